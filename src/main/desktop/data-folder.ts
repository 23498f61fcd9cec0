// The data folder as the system's own: shown in the file manager, and moved to where the user chooses. How moving keeps
// the data safe is lab/storage/moved-folder.ts's matter.
import { app, shell, type BrowserWindow } from 'electron'
import { z } from 'zod'
import type { ErrorCode, ErrorParameters } from '#core/contract/errors.ts'
import type { Result } from '#core/contract/operations.ts'
import { defaultDataFolder } from '#lab/data-folder.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { moveData } from '#lab/storage/moved-folder.ts'
import { CHANNELS } from '../preload/channels.ts'
import { chooseFolder } from './file-dialogs.ts'
import { answerPage } from './page-calls.ts'
import type { TrainingWatch } from './training-watch.ts'

const nothing = z.tuple([])

function refused(code: ErrorCode, parameters: ErrorParameters = {}): Result<never> {
  return { ok: false, error: { code, parameters } }
}

export function setUpDataFolder(lab: Lab, training: TrainingWatch): void {
  answerPage(CHANNELS.revealDataFolder, nothing, async () => {
    const described = await lab.call('lab.describe', {})
    if (described.ok) await shell.openPath(described.value.dataFolder)
    return described.ok ? { ok: true, value: null } : described
  })

  answerPage(CHANNELS.moveDataFolder, nothing, async (window): Promise<Result<boolean>> => {
    if (training.isTraining) return refused('run-active')
    const described = await lab.call('lab.describe', {})
    if (!described.ok) return described
    const { dataFolder, sharedWith } = described.value
    if (sharedWith > 0) return refused('folder-in-use', { folder: dataFolder })
    return move(lab, window)
  })
}

async function move(lab: Lab, window: BrowserWindow): Promise<Result<boolean>> {
  const folder = await chooseFolder(window)
  if (folder === null) return { ok: true, value: false }
  // Everything is written and nothing more comes, so that the copy is of one moment.
  await lab.close()
  try {
    await moveData(defaultDataFolder(), folder)
    return { ok: true, value: true }
  } catch (error) {
    return { ok: false, error: errorValueOf(error) }
  } finally {
    // On the new folder, or after a refusal on the old one, the lab begins anew.
    app.relaunch()
    setTimeout(() => app.quit(), 0)
  }
}
