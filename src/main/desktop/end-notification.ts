// Tells the user that a run has come to its end, when no window of the lab is before their eyes.
import { BrowserWindow, Notification } from 'electron'
import type { RunState, RunSummary } from '#core/contract/runs.ts'
import { showMainWindow } from './main-window.ts'
import { systemText } from './system-texts.ts'
import { isTraining, type TrainingWatch } from './training-watch.ts'

const SENTENCES = { finished: 'runFinished', failed: 'runFailed' } as const

/** The runs that were training before and have come to such an end now. */
function ended(runs: readonly RunSummary[], before: readonly RunSummary[]): RunSummary[] {
  const trained = new Set(before.filter(isTraining).map(({ id }) => id))
  return runs.filter(({ id, state }) => trained.has(id) && state in SENTENCES)
}

function sentenceOf(state: RunState): (typeof SENTENCES)[keyof typeof SENTENCES] {
  return state === 'failed' ? SENTENCES.failed : SENTENCES.finished
}

export function setUpEndNotification(training: TrainingWatch): void {
  training.onChange((runs, before) => {
    if (BrowserWindow.getFocusedWindow() || !Notification.isSupported()) return
    for (const { text, iteration, state } of ended(runs, before)) {
      const body = systemText(sentenceOf(state), { text: text.fileName, iteration: iteration.toLocaleString() })
      const notification = new Notification({ title: systemText('trainingEnded'), body })
      notification.on('click', () => void showMainWindow())
      notification.show()
    }
  })
}
