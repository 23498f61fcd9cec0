// Chart.js as this lab uses it: lines over iterations without animation or events, in the inks of the theme.
import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartData,
  type ChartOptions,
} from 'chart.js'
import { AXIS_TEXT_SIZE, referenceLine } from './reference-line.ts'
import { AXIS_WIDTH, RIGHT_PADDING, type Curve, type Drawing, type Plot } from './plot.ts'
import { valueLimit } from './value-limit.ts'

/** Nothing moves by itself, and the size is told. */
const STILL = { animation: false, responsive: false, events: [] } satisfies ChartOptions<'line'>

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale)

/** On a logarithmic axis: every power of ten, between them only what there is room for. */
function isLogarithmicTickShown(iteration: number, { minimum, maximum }: Plot['range']): boolean {
  const decades = Math.log10(maximum / (minimum > 0 ? minimum : 1))
  const mantissa = iteration / 10 ** Math.floor(Math.log10(iteration) + 1e-9)
  const shown = decades < 1 ? [mantissa] : decades < 2.5 ? [1, 2, 5] : [1]
  return shown.some((value) => Math.abs(mantissa - value) < 1e-6)
}

function dataOf(curves: readonly Curve[]): ChartData<'line'> {
  const datasets = curves.map((curve) => ({
    data: curve.points,
    borderColor: curve.colour,
    borderWidth: curve.width,
    borderJoinStyle: 'round' as const,
    // A line needs two points; the first of a run is shown all the same.
    pointRadius: curve.points.length === 1 ? curve.width : 0,
    pointBackgroundColor: curve.colour,
  }))
  // Chart.js draws its first dataset last.
  return { datasets: datasets.reverse() }
}

function valueBounds(
  { span }: Plot,
  curves: readonly Curve[],
): { suggestedMin?: number; suggestedMax?: number; max?: number } {
  if (!span) return {}
  const most = valueLimit(span.maximum, curves)
  return { suggestedMin: span.minimum, suggestedMax: span.maximum, ...(most !== null && { max: most }) }
}

function optionsOf({ plot, inks }: Drawing, curves: readonly Curve[]): ChartOptions<'line'> {
  const { range, logarithmic, labelled } = plot
  const ticks = { color: inks.text, font: { family: inks.font, size: AXIS_TEXT_SIZE } }
  const grid = { color: inks.grid, drawTicks: false }
  const border = { display: false }
  return {
    ...STILL,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    layout: { padding: { top: 8, right: RIGHT_PADDING } },
    scales: {
      x: {
        type: logarithmic ? 'logarithmic' : 'linear',
        min: range.minimum,
        max: range.maximum,
        display: labelled,
        border,
        grid,
        ticks: {
          ...ticks,
          padding: 6,
          maxRotation: 0,
          autoSkipPadding: 24,
          includeBounds: false,
          callback: (value) =>
            !logarithmic || isLogarithmicTickShown(Number(value), range) ? plot.formatIteration(Number(value)) : null,
        },
        // Labels may hang over into the padding, so that the plot's sides stay where AXIS_WIDTH and RIGHT_PADDING say.
        afterFit: (axis) => void (axis.paddingLeft = axis.paddingRight = 0),
      },
      y: {
        type: 'linear',
        border,
        grid,
        ...valueBounds(plot, curves),
        ticks: {
          ...ticks,
          padding: 8,
          includeBounds: false,
          maxTicksLimit: plot.ticks,
          callback: (value) => plot.formatValue(Number(value)),
        },
        afterFit: (axis) => void (axis.width = AXIS_WIDTH),
      },
    },
  }
}

/** A chart in a canvas; `draw` shows a plot at once, `destroy` gives the canvas back. */
export function createCurveChart(canvas: HTMLCanvasElement, first: Drawing) {
  let drawing = first
  const chart = new Chart<'line'>(canvas, {
    type: 'line',
    data: { datasets: [] },
    // What is decided when the chart is made and not at an update.
    options: STILL,
    plugins: [referenceLine(() => drawing)],
  })

  function draw(next: Drawing): void {
    drawing = next
    const curves = next.plot.curves(Math.max(1, next.width - AXIS_WIDTH - RIGHT_PADDING))
    chart.data = dataOf(curves)
    chart.options = optionsOf(next, curves)
    if (chart.width !== next.width || chart.height !== next.height) chart.resize(next.width, next.height)
    chart.update('none')
  }

  draw(first)
  return { draw, destroy: () => chart.destroy() }
}

export type CurveChart = ReturnType<typeof createCurveChart>
