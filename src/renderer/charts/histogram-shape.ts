// A histogram as the path of an SVG of a width and a height of 1, and where a value lies along it.
import { histogramEdges } from '#core/analysis/histogram.ts'
import type { ArrayFigures, MemoryFigures } from '#core/contract/snapshots.ts'

export interface HistogramFigures extends Pick<ArrayFigures, 'minimum' | 'maximum' | 'histogram'> {
  /** True when it is of the values' logarithms, base 10. */
  ofLogarithms: boolean
}

/** The histogram worth seeing: of the logarithms where values differ by powers of ten, else of the values. */
export function histogramOf(figures: ArrayFigures | MemoryFigures): HistogramFigures {
  const logarithms = 'logarithms' in figures ? figures.logarithms : null
  return { ...(logarithms ?? figures), ofLogarithms: logarithms !== null }
}

/** A bar's share of the height; on a logarithmic axis one entry is already seen. */
function heightOf(count: number, greatest: number, logarithmic: boolean): number {
  return logarithmic ? Math.log1p(count) / Math.log1p(greatest) : count / greatest
}

/** All bars as one outline, side by side without a gap. */
export function histogramPath({ histogram }: HistogramFigures, logarithmic: boolean): string {
  const greatest = Math.max(1, ...histogram)
  const steps = histogram.map((count, bin) => {
    const top = 1 - heightOf(count, greatest, logarithmic)
    return `V${top.toFixed(4)}H${((bin + 1) / histogram.length).toFixed(4)}`
  })
  return `M0 1${steps.join('')}V1Z`
}

/** Where zero lies: 0 at the least edge, 1 at the greatest; null where it is not between them. */
export function shareOfZero({ minimum, maximum, histogram, ofLogarithms }: HistogramFigures): number | null {
  const edges = histogramEdges(minimum, maximum, histogram.length)
  const [first = 0, last = 1] = [edges[0], edges.at(-1)]
  const share = -first / (last - first)
  return !ofLogarithms && share >= 0 && share <= 1 ? share : null
}

export interface HistogramBin {
  from: number
  to: number
  count: number
  /** Of all entries. */
  share: number
}

export function histogramBin(figures: HistogramFigures, bin: number): HistogramBin {
  const { minimum, maximum, histogram, ofLogarithms } = figures
  const edges = histogramEdges(minimum, maximum, histogram.length)
  const valueOf = (edge: number): number => (ofLogarithms ? 10 ** edge : edge)
  const [from, to] = [edges[bin] ?? Number.NaN, edges[bin + 1] ?? Number.NaN].map(valueOf) as [number, number]
  const count = histogram[bin] ?? 0
  return { from, to, count, share: count / histogram.reduce((sum, other) => sum + other, 0) }
}
