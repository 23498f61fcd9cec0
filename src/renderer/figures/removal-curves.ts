// A probability against the number of weights that were removed, one curve a ranking.
import type { Figure, FigureInks } from './surface.ts'
import { drawUnitAxes, plotBox, TICK_SIZE, type AxisNames } from './unit-axes.ts'

/** Each ranking's ink and dash, so that they can be told apart without colours, too. */
const LOOKS: readonly { ink: keyof FigureInks; dash: readonly number[] }[] = [
  { ink: 'first', dash: [] },
  { ink: 'second', dash: [6, 3] },
  { ink: 'third', dash: [2, 3] },
  { ink: 'soft', dash: [8, 3, 2, 3] },
]

export interface RemovalCurves {
  names: AxisNames
  /** By number removed, from none. */
  curves: readonly { name: string; values: readonly number[] }[]
}

function ticksOf(count: number): [place: number, label: string][] {
  const step = [1, 2, 5, 10, 20, 50, 100].find((candidate) => count / candidate <= 8) ?? count
  const numbers = Array.from({ length: Math.floor(count / step) + 1 }, (_, i) => i * step)
  return numbers.map((number) => [count === 0 ? 0 : number / count, String(number)])
}

export function removalFigure({ names, curves }: RemovalCurves): Figure {
  return (surface, size, inks) => {
    const box = plotBox(size)
    const most = Math.max(1, ...curves.map(({ values }) => values.length - 1))
    drawUnitAxes(surface, box, inks, names, ticksOf(most))
    curves.forEach(({ name, values }, place) => {
      const { ink, dash } = LOOKS[place % LOOKS.length]!
      const colour = inks[ink]
      const points = values.flatMap((value, removed) => [
        box.left + (removed / most) * box.width,
        box.top + (1 - value) * box.height,
      ])
      surface.line(points, colour, 2, dash)
      const y = box.top + 10 + place * 15
      const end = box.left + box.width
      surface.line([end - 24, y - 3.5, end - 2, y - 3.5], colour, 2, dash)
      surface.text(name, end - 30, y, { ink: inks.ink, size: TICK_SIZE, anchor: 'end' })
    })
  }
}
