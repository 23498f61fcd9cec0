// One point a context: the probability of one outcome against that of another, coloured by what truly followed.
import type { Figure, FigureInks } from './surface.ts'
import { drawUnitAxes, plotBox, type AxisNames, type PlotBox } from './unit-axes.ts'

/** What truly followed: the outcome of the horizontal axis, that of the vertical one, or another. */
export const FOLLOWED = ['x', 'y', 'other'] as const
export type Followed = (typeof FOLLOWED)[number]

const RADIUS = 2.6
const NEAR_PIXELS = 9

export interface Scatter {
  names: AxisNames
  /** One value a context, 0..1. */
  x: ArrayLike<number>
  y: ArrayLike<number>
  followed: (context: number) => Followed
  /** The contexts to draw a ring around. */
  marked: readonly number[]
}

export function followedInk(followed: Followed, inks: FigureInks): string {
  return { x: inks.first, y: inks.second, other: inks.third }[followed]
}

function placeOf(box: PlotBox, x: number, y: number): [x: number, y: number] {
  return [box.left + x * box.width, box.top + (1 - y) * box.height]
}

export function scatterFigure({ names, x, y, followed, marked }: Scatter): Figure {
  return (surface, size, inks) => {
    const box = plotBox(size)
    drawUnitAxes(surface, box, inks, names)
    // The rarer outcomes last, so that the crowd does not hide them.
    const contexts = Array.from({ length: x.length }, (_, context) => context)
    const groups = FOLLOWED.map((name) => ({ name, members: contexts.filter((context) => followed(context) === name) }))
    groups.sort((one, other) => other.members.length - one.members.length)
    for (const { name, members } of groups) {
      const ink = followedInk(name, inks)
      for (const context of members) surface.circle(...placeOf(box, x[context]!, y[context]!), RADIUS, ink)
    }
    for (const context of marked) surface.circle(...placeOf(box, x[context]!, y[context]!), RADIUS + 4, inks.ink, true)
  }
}

/** The context whose point is nearest to a place in the figure; null when none is near. */
export function contextAt(
  { x, y }: Pick<Scatter, 'x' | 'y'>,
  size: Parameters<Figure>[1],
  left: number,
  top: number,
): number | null {
  const box = plotBox(size)
  let nearest: number | null = null
  let least = NEAR_PIXELS ** 2
  for (let context = 0; context < x.length; context++) {
    const [pointX, pointY] = placeOf(box, x[context]!, y[context]!)
    const distance = (pointX - left) ** 2 + (pointY - top) ** 2
    if (distance <= least) [nearest, least] = [context, distance]
  }
  return nearest
}
