// What the user asks of the desktop's window from outside its page: its menu, and files opened with the application.
import { onScopeDispose } from 'vue'
import type { WindowCommand } from '#core/contract/desktop.ts'
import { useStores } from '../stores/stores.ts'
import { useOpenFile } from './useOpenFile.ts'
import { useOpenText } from './useOpenText.ts'

type Commands = { [Name in WindowCommand['name']]: (command: Extract<WindowCommand, { name: Name }>) => unknown }

export function useWindowCommands(): void {
  const { desktop, runs, setup, shownView, tour, about } = useStores()
  const openText = useOpenText()
  const { openSnapshot, showOpened } = useOpenFile()

  function pauseOrResume(): unknown {
    const run = runs.shown.value
    if (run?.state === 'training') return runs.pause(run.id)
    return run?.state === 'paused' ? runs.resume(run.id) : undefined
  }

  const commands: Commands = {
    'open-text': openText.open,
    'open-snapshot': openSnapshot,
    'show-file': ({ opened }) => showOpened(opened),
    'start-training': () => {
      shownView.show('train')
      if (runs.shown.value === null) return setup.start()
    },
    'pause-or-resume': pauseOrResume,
    'show-settings': () => shownView.show('settings'),
    'show-about': about.show,
    'take-tour': tour.begin,
  }
  const end = desktop?.onCommand((command) => {
    const carryOut = commands[command.name] as (command: WindowCommand) => unknown
    carryOut(command)
  })
  if (end) onScopeDispose(end)
}
