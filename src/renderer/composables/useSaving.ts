// Keeping what the window shows: tables as CSV, figures as PNG or SVG, in the theme they are seen in.
import { csv, type CsvCell } from '../format/csv.ts'
import { figureAsPng } from '../figures/png.ts'
import { figureAsSvg } from '../figures/svg-surface.ts'
import type { Figure, FigureSize } from '../figures/surface.ts'
import { useStores } from '../stores/stores.ts'
import { useFigureInks } from './useFigureInks.ts'

/** What a card can be kept as: its numbers, its picture, or both. */
export interface Keepable {
  /** Without an ending. */
  fileName: string
  title: string
  table: () => { head: readonly string[]; rows: readonly (readonly CsvCell[])[] }
  figure?: { draw: Figure; size: FigureSize }
}

export const KEEP_FORMATS = ['csv', 'png', 'svg'] as const
export type KeepFormat = (typeof KEEP_FORMATS)[number]

export function useSaving() {
  const { documents } = useStores()
  const inks = useFigureInks()

  async function save(keepable: Keepable, format: KeepFormat): Promise<void> {
    const { fileName, title, table, figure } = keepable
    const name = `${fileName}.${format}`
    if (format === 'csv') {
      const { head, rows } = table()
      return documents.save(name, csv(head, rows))
    }
    if (!figure) return
    const { draw, size } = figure
    const isPng = format === 'png'
    await documents.save(
      name,
      isPng ? await figureAsPng(draw, size, inks.value) : figureAsSvg(draw, size, inks.value, title),
    )
  }

  return { save }
}
