// Tables as CSV (RFC 4180), to be opened by a spreadsheet or read by numpy.genfromtxt and pandas.

export type CsvCell = string | number

// A spreadsheet takes Chinese for UTF-8 only when a byte order mark says so.
const BYTE_ORDER_MARK = '\ufeff'

/** Numbers with all their digits; texts quoted where they must be. */
function written(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** @param rows each as long as the head */
export function csv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => row.map(written).join(',') + '\r\n').join('')
}
