// Holds the system's sleep off while a run trains, when the user wants that. The display may go dark.
import { powerSaveBlocker } from 'electron'
import type { Preferences } from '#core/contract/preferences.ts'
import type { Lab } from '#lab/lab-interface.ts'
import type { TrainingWatch } from './training-watch.ts'

export function setUpKeepAwake(lab: Lab, preferences: Preferences, training: TrainingWatch): void {
  let wanted = preferences.keepAwake
  let blocker: number | null = null
  const follow = (): void => {
    const needed = wanted && training.isTraining
    if (needed && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    else if (!needed && blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
  lab.on('preferences.changed', ({ keepAwake }) => {
    wanted = keepAwake
    follow()
  })
  training.onChange(follow)
}
