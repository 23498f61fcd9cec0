// Which rows or columns are named at an axis: all of them where there is room, else every second, fifth, tenth and so on.
import { fractionOf, type AxisRange } from '../zoom.ts'

export interface HeatTick {
  index: number
  label: string
  /** Pixels from the axis' start to the middle of the row or column. */
  at: number
}

export interface HeatAxis {
  range: AxisRange
  /** Rows or columns of the whole array. */
  count: number
  labels: readonly string[] | null
  pixels: number
}

/** The pixels from an axis' start to a place along it, in rows or columns. */
export function pixelOf(place: number, { range, pixels }: Pick<HeatAxis, 'range' | 'pixels'>): number {
  return fractionOf(place, range, false) * pixels
}

/** The least of 1, 2, 5, 10, 20, 50 … that is not below `least`. */
function roundStep(least: number): number {
  if (least <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5, 10].find((multiple) => multiple * power >= least) ?? 10)
}

/** The name of one row or column; null where its middle is out of sight. */
export function heatTick(axis: HeatAxis, index: number): HeatTick | null {
  const at = pixelOf(index + 0.5, axis)
  return at >= 0 && at <= axis.pixels ? { index, label: axis.labels?.[index] ?? String(index), at } : null
}

/** @param room pixels that each label needs */
export function heatTicks(axis: HeatAxis, room: number): HeatTick[] {
  const { range, count, pixels } = axis
  const step = roundStep((room * (range.maximum - range.minimum)) / pixels)
  const end = Math.min(count, range.maximum)
  const ticks: HeatTick[] = []
  for (let index = Math.ceil(Math.floor(range.minimum) / step) * step; index < end; index += step) {
    const tick = heatTick(axis, index)
    if (tick) ticks.push(tick)
  }
  return ticks
}

/** Characters in the longest label. */
export function longestLabel({ count, labels }: Pick<HeatAxis, 'count' | 'labels'>): number {
  if (!labels) return String(Math.max(0, count - 1)).length
  return labels.reduce((longest, label) => Math.max(longest, label.length), 1)
}
