// Opening a file that is known by its content alone: a snapshot is opened in the library, a text becomes that of the
// next run.
import type { OpenedFile, Result } from '#core/contract/operations.ts'
import { useStores } from '../stores/stores.ts'
import { useOpenText } from './useOpenText.ts'

export function useOpenFile() {
  const { datasets, files, shownView, snapshots } = useStores()
  const { take } = useOpenText()

  async function show(opening: Promise<OpenedFile | undefined>): Promise<void> {
    const opened = await opening
    if (opened?.kind === 'text') {
      await datasets.load()
      take(opened.dataset)
    } else if (opened) {
      await snapshots.load()
      snapshots.open(opened.snapshot.id)
      shownView.show('snapshots')
    }
  }

  return {
    openSnapshot: () => show(files.chooseSnapshot()),
    openDropped: (file: File) => show(files.openDropped(file)),
    /** Shows what was opened elsewhere, or reports why it was not. */
    showOpened: (result: Result<OpenedFile>) => show(files.opened(Promise.resolve(result))),
  }
}
