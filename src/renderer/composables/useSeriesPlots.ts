// The losses of a series in two plots of one scale: while training, each at its own temperature, and on the text that is
// held out, all at temperature 1. In nats a character, so that they can be compared.
import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RunSummary } from '#core/contract/runs.ts'
import { linePoints } from '../charts/plot-points.ts'
import type { Curve, Plot } from '../charts/plot.ts'
import { OVERLAY_COLOURS, SHOWN_COLOUR, type SeriesColour } from '../charts/series-colours.ts'
import { calmCeiling } from '../charts/zoom.ts'
import { useStores } from '../stores/stores.ts'
import { useFormat } from './useFormat.ts'
import type { ChartInks } from './useInks.ts'
import { useSteady } from './useSteady.ts'

const COLOURS: readonly SeriesColour[] = [SHOWN_COLOUR, ...OVERLAY_COLOURS]
const REDRAW_INTERVAL_MS = 200

/** The ink of a run by its place in the series. */
export function seriesColour(place: number): SeriesColour {
  return COLOURS[place % COLOURS.length]!
}

export function useSeriesPlots(runs: () => readonly RunSummary[], inks: Readonly<Ref<ChartInks>>) {
  const { histories, series } = useStores()
  const { t } = useI18n()
  const format = useFormat()
  watch(
    () =>
      runs()
        .map(({ id }) => id)
        .join(),
    () => histories.follow(runs().map(({ id }) => id)),
    { immediate: true },
  )
  onScopeDispose(() => histories.follow([]))

  const uniform = computed(() => Math.log(runs()[0]?.text.vocabularySize ?? 1))
  const range = computed(() => {
    const done = Math.max(1, ...runs().map(({ iteration }) => iteration))
    const target = Math.max(1, ...runs().map(({ settings }) => settings.iterations))
    return { minimum: 0, maximum: calmCeiling(done, target) }
  })

  function plotOf(curveOf: (run: RunSummary, pixels: number) => Curve['points']): Plot {
    const of = runs()
    return {
      range: range.value,
      logarithmic: false,
      labelled: true,
      ticks: 6,
      formatValue: (value) => String(Number(value.toPrecision(3))),
      formatIteration: format.integer,
      reference: { value: uniform.value, label: t('temperatures.training.guess') },
      span: { minimum: 0, maximum: uniform.value * 1.1 },
      curves: (pixels) =>
        of.map((run, place) => ({
          points: curveOf(run, pixels),
          colour: inks.value[seriesColour(place)],
          width: 2,
          isNoisy: true,
        })),
    }
  }

  const training = computed(() => {
    // The histories themselves are not reactive: `revision` stands for them.
    void histories.revision.value
    return plotOf((run, pixels) => {
      const history = histories.of(run.id)
      const window = { range: range.value, pixels, logarithmic: false }
      return history ? linePoints(history, 'smoothLoss', 1 / run.settings.sequenceLength, window) : []
    })
  })
  const heldOut = computed(() =>
    plotOf(({ id }) => (series.heldOut.get(id) ?? []).map((loss) => ({ x: loss.iteration, y: loss.natsPerCharacter }))),
  )
  return useSteady(() => ({ training: training.value, heldOut: heldOut.value }), REDRAW_INTERVAL_MS)
}
