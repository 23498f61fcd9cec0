// How far training is, on the taskbar or the dock.
import { labWindows } from './lab-windows.ts'
import { progressOf, type TrainingWatch } from './training-watch.ts'

/** Electron's way to say that there is none. */
const NONE = -1

export function setUpTaskbarProgress(training: TrainingWatch): void {
  training.onChange((runs) => {
    const progress = progressOf(runs) ?? NONE
    for (const window of labWindows()) window.setProgressBar(progress)
  })
}
