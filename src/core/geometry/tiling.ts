// Dividing a screen among windows of one kind. Knows no windows, only rectangles of whole pixels.

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** The edges between `parts` equal parts of a length, from its start to its end. */
function edges(start: number, length: number, parts: number): number[] {
  return Array.from({ length: parts + 1 }, (_, i) => start + Math.round((length * i) / parts))
}

/**
 * `count` rectangles that fill the area without overlapping, in rows as alike as can be: no more columns than rows in a
 * tall area, no more rows than columns in a wide one.
 */
export function tile(area: Rectangle, count: number): Rectangle[] {
  const longer = Math.ceil(Math.sqrt(count))
  const shorter = Math.ceil(count / Math.max(1, longer))
  const rows = area.width >= area.height ? shorter : longer
  const rowEdges = edges(area.y, area.height, rows)
  const tiles: Rectangle[] = []
  for (let row = 0; row < rows; row++) {
    const inRow = Math.floor((count * (row + 1)) / rows) - Math.floor((count * row) / rows)
    const columnEdges = edges(area.x, area.width, inRow)
    for (let column = 0; column < inRow; column++) {
      const [x, y] = [columnEdges[column]!, rowEdges[row]!]
      tiles.push({ x, y, width: columnEdges[column + 1]! - x, height: rowEdges[row + 1]! - y })
    }
  }
  return tiles
}
