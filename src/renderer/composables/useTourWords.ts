// What the tour says at each step, with the figures of the run that the user is watching.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { uniformLoss } from '../stores/tour.ts'
import { useStores } from '../stores/stores.ts'
import { useFormat } from './useFormat.ts'

export function useTourWords() {
  const { tour } = useStores()
  const { t } = useI18n()
  const format = useFormat()

  /** Bits a character, of a loss in nats per sequence. */
  const bits = (loss: number, length: number): string => format.decimal(loss / length / Math.LN2, 2)
  const figures = computed(() => {
    const run = tour.run.value
    if (!run) return { guess: '', now: '', seconds: '' }
    const { sequenceLength } = run.settings
    return {
      guess: bits(uniformLoss(run), sequenceLength),
      now: bits(run.smoothLoss ?? uniformLoss(run), sequenceLength),
      seconds: format.duration(run.seconds),
    }
  })
  const name = computed(() => tour.step.value ?? 'welcome')

  return {
    title: computed(() => t(`tour.steps.${name.value}.title`)),
    text: computed(() => t(`tour.steps.${name.value}.text`, figures.value)),
    action: computed(() => t(`tour.steps.${name.value}.action`)),
  }
}
