// What a chart is asked to draw, in plain values: neither Chart.js nor Vue are known here.
import type { Point } from './plot-points.ts'
import type { IterationRange } from './zoom.ts'

export interface Curve {
  points: Point[]
  colour: string
  /** In CSS pixels. */
  width: number
  /** True for a curve whose spikes may be cut off, so that they do not flatten everything else. */
  isNoisy: boolean
}

/** A level to compare with, drawn dashed with its name above it. */
export interface ReferenceLine {
  value: number
  label: string
}

export interface Plot {
  range: IterationRange
  logarithmic: boolean
  /** Whether iterations are written under the chart. */
  labelled: boolean
  /** Most ticks of the value axis. */
  ticks: number
  formatValue: (value: number) => string
  formatIteration: (iteration: number) => string
  reference: ReferenceLine | null
  /** Values that the axis should at least span. Noisy curves extend it by half at most, all others as they need. */
  span: { minimum: number; maximum: number } | null
  /** The curves for a chart so many pixels wide, those to lie above others last. */
  curves: (pixels: number) => Curve[]
}

/** Room for the labels of the value axis; the same for all charts, so that their plots lie exactly below each other. */
export const AXIS_WIDTH = 46
/** Room beyond the last iteration, for half its label. */
export const RIGHT_PADDING = 22

export interface Inks {
  grid: string
  text: string
  font: string
}

export interface Drawing {
  plot: Plot
  inks: Inks
  /** In CSS pixels. */
  width: number
  height: number
}
