// From the histories of the shown and the overlaid runs to the plots of the loss card. Each plot is a new value
// whenever something in it changed, which is what asks for a redraw.
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { initialSmoothLoss } from '#core/rnn/smooth-loss.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import { LOSS_UNITS } from '../charts/loss-units.ts'
import { bandPoints, linePoints, type PlotWindow } from '../charts/plot-points.ts'
import type { Curve, Plot } from '../charts/plot.ts'
import type { ShownHistory } from '../charts/readout.ts'
import { SHOWN_COLOUR, type SeriesColour } from '../charts/series-colours.ts'
import { calmCeiling, type IterationRange } from '../charts/zoom.ts'
import { useStores } from '../stores/stores.ts'
import { useFormat } from './useFormat.ts'
import type { ChartInks } from './useInks.ts'
import { useRunTitle } from './useRunTitle.ts'
import { useSteady } from './useSteady.ts'
import { useZoom } from './useZoom.ts'

/** The figures drawn below the loss, and how far their axes reach at least. */
const STRIPS = [
  { column: 'gradientNorm', least: 1 },
  { column: 'clippedShare', least: 0.01 },
] as const
const REDRAW_INTERVAL_MS = 100

export function useLossPlots(inks: Readonly<Ref<ChartInks>>) {
  const { histories, preferences, runs } = useStores()
  const { t } = useI18n()
  const format = useFormat()
  const runTitle = useRunTitle()
  const run = runs.shown
  const logarithmic = computed(() => preferences.current.value.logarithmicIterations)
  const unit = computed(() => LOSS_UNITS[preferences.current.value.lossUnit])

  function shownHistory(of: RunSummary, colour: SeriesColour): ShownHistory[] {
    const history = histories.of(of.id)
    const scale = unit.value.perNatOfSequence(of.settings.sequenceLength)
    return history ? [{ title: runTitle(of), colour, history, scale }] : []
  }

  /** The shown run first. The histories themselves are not reactive: `revision` stands for them. */
  const shown = computed<ShownHistory[]>(() => {
    if (!run.value || histories.revision.value < 0) return []
    const others = runs.list.value.flatMap((other) => {
      const colour = histories.overlays.value.get(other.id)
      return colour && other.id !== run.value?.id ? shownHistory(other, colour) : []
    })
    return [...shownHistory(run.value, SHOWN_COLOUR), ...others]
  })

  const bounds = computed<IterationRange>(() => {
    const last = Math.max(1, ...shown.value.map(({ history }) => history.lastIteration))
    return {
      minimum: logarithmic.value ? 1 : 0,
      maximum: Math.max(10, calmCeiling(last, run.value?.settings.iterations ?? last)),
    }
  })
  const zoom = useZoom(bounds, logarithmic, () => run.value?.id)

  function plotOf(curves: (of: readonly ShownHistory[], window: PlotWindow) => Curve[], rest: Partial<Plot>): Plot {
    const of = shown.value
    const window = { range: zoom.range.value, logarithmic: logarithmic.value }
    return {
      ...window,
      labelled: false,
      ticks: 2,
      formatValue: (value) => String(value),
      formatIteration: format.integer,
      reference: null,
      span: null,
      curves: (pixels) => curves(of, { ...window, pixels }),
      ...rest,
    }
  }

  function lossCurves(of: readonly ShownHistory[], window: PlotWindow): Curve[] {
    const raw = of.slice(0, 1).map(({ history, scale }) => ({
      points: bandPoints(history, { low: 'lossLow', high: 'lossHigh' }, scale, window),
      colour: inks.value.raw,
      width: 1,
      isNoisy: true,
    }))
    const smooth = of.map(({ history, scale, colour }) => ({
      points: linePoints(history, 'smoothLoss', scale, window),
      colour: inks.value[colour],
      width: colour === SHOWN_COLOUR ? 2.5 : 1.75,
      isNoisy: false,
    }))
    return [...raw, ...smooth.reverse()]
  }

  const reference = computed(() => {
    if (!run.value) return null
    const { text, settings } = run.value
    const nats = initialSmoothLoss(text.vocabularySize, settings.sequenceLength)
    const value = nats * unit.value.perNatOfSequence(settings.sequenceLength)
    const formula = t(`guess.${preferences.current.value.lossUnit}`, {
      length: settings.sequenceLength,
      unique: text.vocabularySize,
    })
    return { value, label: t('loss.guess', { formula }) }
  })

  const lossPlot = computed(() => {
    const formatValue = (value: number): string => String(Number(value.toPrecision(6)))
    const span = zoom.zoomed.value || !reference.value ? null : { minimum: 0, maximum: reference.value.value }
    return plotOf(lossCurves, { labelled: true, ticks: 8, formatValue, reference: reference.value, span })
  })
  const strips = computed(() =>
    STRIPS.map(({ column, least }) => ({
      column,
      plot: plotOf(
        (of, window) =>
          of.slice(0, 1).map(({ history }) => ({
            points: bandPoints(history, { low: column, high: column }, 1, window),
            colour: inks.value[SHOWN_COLOUR],
            width: 1,
            isNoisy: false,
          })),
        {
          span: { minimum: 0, maximum: least },
          formatValue: (value) => (column === 'clippedShare' ? format.share(value, 0) : format.integer(value)),
        },
      ),
    })),
  )

  return {
    shown,
    zoom,
    logarithmic,
    digits: computed(() => unit.value.digits),
    /** All plots at one pace, so that they are drawn in the same frame and never disagree about the iterations. */
    plots: useSteady(() => ({ loss: lossPlot.value, strips: strips.value }), REDRAW_INTERVAL_MS),
  }
}
