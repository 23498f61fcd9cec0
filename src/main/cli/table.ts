// Columns of text for people to read, each as wide as its widest cell.
import { textColumns } from './text-columns.ts'

const INDENT = '  '
const GAP = '  '

export type Alignment = 'left' | 'right'

/**
 * The rows as indented lines, one below the other.
 *
 * @param alignments of the columns from the first on; those beyond are aligned left
 */
export function tableText(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, textColumns(cell))))
  const line = (row: readonly string[]): string => {
    const cells = row.map((cell, i) => {
      const space = ' '.repeat(widths[i]! - textColumns(cell))
      return alignments[i] === 'right' ? space + cell : cell + space
    })
    return (INDENT + cells.join(GAP)).trimEnd()
  }
  return rows.map(line).join('\n')
}
