// Named rows with a bar for each series: what follows beside what truly followed, or a ranking.
import type { Figure } from './surface.ts'

const HEAD = 26
const LABEL_WIDTH = 62
const VALUE_WIDTH = 64
const TEXT_SIZE = 11.5

export interface BarRow {
  label: string
  /** One value a series. */
  values: readonly number[]
  /** The first series' value in words. */
  told: string
}

export interface BarList {
  /** Names of the series, in the order of the rows' values. */
  series: readonly string[]
  /** The value of a bar of full length. */
  full: number
  rows: readonly BarRow[]
}

/** Height in CSS pixels that a list of so many rows wants. */
export function barListHeight(rows: number): number {
  return HEAD + rows * 26 + 10
}

export function barListFigure({ series, full, rows }: BarList): Figure {
  return (surface, { width, height }, inks) => {
    const seriesInks = [inks.first, inks.muted]
    let x = LABEL_WIDTH
    series.forEach((name, place) => {
      surface.rectangle(x, 9, 9, 9, seriesInks[place]!)
      surface.text(name, x + 14, 17.5, { ink: inks.soft, size: TEXT_SIZE })
      x += 34 + name.length * 6.5
    })
    const step = (height - HEAD - 10) / Math.max(1, rows.length)
    const room = Math.max(1, width - LABEL_WIDTH - VALUE_WIDTH - 12)
    const thickness = Math.min(8, (step - 8) / series.length)
    rows.forEach(({ label, values, told }, row) => {
      const top = HEAD + row * step
      const middle = top + step / 2
      surface.text(label, LABEL_WIDTH - 10, middle + 4, {
        ink: inks.ink,
        size: TEXT_SIZE,
        anchor: 'end',
        isMonospaced: true,
      })
      values.forEach((value, place) => {
        const y = middle + (place - values.length / 2) * thickness
        surface.rectangle(LABEL_WIDTH, y, Math.max(1, (room * value) / full), thickness - 1, seriesInks[place]!)
      })
      surface.text(told, width - 10, middle + 4, { ink: inks.ink, size: TEXT_SIZE, anchor: 'end' })
    })
  }
}
