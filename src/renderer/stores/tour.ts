// The first tour: where in it the user is, and the run that it watches. Its words and its looks are TourCard.vue's.
import { computed, ref } from 'vue'
import type { RunSummary } from '#core/contract/runs.ts'
import type { createPreferences } from './preferences.ts'
import type { RunsStore } from './runs.ts'
import { FIRST_DATASET_ID, type SetupStore } from './setup.ts'
import type { createShownView } from './shown-view.ts'

export const TOUR_STEPS = ['welcome', 'text', 'start', 'loss', 'sample', 'learned'] as const
export type TourStep = (typeof TOUR_STEPS)[number]

/** The network has learned something once it has lost less than this share of what a uniform guess loses. */
const LEARNED_SHARE = 0.5

interface TourParts {
  preferences: ReturnType<typeof createPreferences>
  runs: RunsStore
  setup: SetupStore
  shownView: ReturnType<typeof createShownView>
}

/** Nats per sequence that a uniform guess loses. */
export function uniformLoss({ settings, text }: RunSummary): number {
  return settings.sequenceLength * Math.log(text.vocabularySize)
}

export function createTour({ preferences, runs, setup, shownView }: TourParts) {
  const step = ref<TourStep | null>(null)
  const run = runs.shown
  const hasLearned = computed(() => {
    if (!run.value || run.value.smoothLoss === null) return false
    return run.value.smoothLoss < LEARNED_SHARE * uniformLoss(run.value) || run.value.state === 'finished'
  })
  /** Training begins once the text has been read, and the last step is reached by learning, not by reading on. */
  const canGoOn = computed(() => {
    if (step.value === 'start') return run.value !== null || setup.canStart.value
    return step.value !== 'sample' || hasLearned.value
  })

  function begin(): void {
    shownView.show('train')
    runs.show(null)
    setup.choose(FIRST_DATASET_ID)
    step.value = TOUR_STEPS[0]
  }

  async function next(): Promise<void> {
    if (step.value === null || !canGoOn.value) return
    if (step.value === 'start') {
      if (run.value === null) await setup.start()
      // Why nothing was started has been told.
      if (run.value === null) return
    }
    const following = TOUR_STEPS[TOUR_STEPS.indexOf(step.value) + 1]
    if (following) step.value = following
    else await end()
  }

  function back(): void {
    if (step.value === null) return
    step.value = TOUR_STEPS[Math.max(0, TOUR_STEPS.indexOf(step.value) - 1)] ?? null
  }

  async function end(): Promise<void> {
    step.value = null
    if (!preferences.current.value.tourDone) await preferences.write({ tourDone: true })
  }

  /** At the first start of all, when nobody has trained here yet. */
  function beginFirst(): void {
    if (!preferences.current.value.tourDone && runs.list.value.length === 0) begin()
  }

  return { step, run, hasLearned, canGoOn, begin, beginFirst, next, back, end }
}
