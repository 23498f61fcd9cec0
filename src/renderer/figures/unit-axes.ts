// The axes of figures whose values lie between 0 and 1, or between 0 and a count: lines, ticks and names.
import type { FigureInks, FigureSize, Surface } from './surface.ts'

export const TICK_SIZE = 10.5
const NAME_SIZE = 11.5
const TICKS = [0, 0.25, 0.5, 0.75, 1]
const MARGIN = { left: 52, right: 14, top: 12, bottom: 38 }

export interface PlotBox {
  left: number
  top: number
  width: number
  height: number
}

export function plotBox({ width, height }: FigureSize): PlotBox {
  return {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: Math.max(1, height - MARGIN.top - MARGIN.bottom),
  }
}

export interface AxisNames {
  x: string
  y: string
}

/** Ticks of the horizontal axis as their place along it, 0..1, and what is written there. */
export type AxisTicks = readonly (readonly [place: number, label: string])[]

export const PROBABILITY_TICKS: AxisTicks = TICKS.map((value) => [value, String(value)])

export function drawUnitAxes(
  surface: Surface,
  box: PlotBox,
  inks: FigureInks,
  names: AxisNames,
  xTicks: AxisTicks = PROBABILITY_TICKS,
): void {
  const { left, top, width, height } = box
  const bottom = top + height
  const ticks = { ink: inks.soft, size: TICK_SIZE }
  for (const value of TICKS) {
    const y = bottom - value * height
    surface.line([left, y, left + width, y], inks.grid, 1)
    surface.text(String(value), left - 7, y + 3.5, { ...ticks, anchor: 'end' })
  }
  for (const [place, label] of xTicks) {
    surface.text(label, left + place * width, bottom + 15, { ...ticks, anchor: 'middle' })
  }
  const name = { ink: inks.ink, size: NAME_SIZE, anchor: 'middle' } as const
  surface.text(names.x, left + width / 2, bottom + 31, name)
  surface.text(names.y, left - 39, top + height / 2, { ...name, isVertical: true })
}
