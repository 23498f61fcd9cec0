// The five parameter arrays of the network: one table of their names and shapes, from which every view into a memory
// is made. Shapes are the report's, entries row by row as NumPy keeps them, so that coordinates can be quoted.

/** Sizes of a network: hidden units H and vocabulary V. */
export interface NetworkSizes {
  hiddenSize: number
  vocabularySize: number
}

type Side = keyof NetworkSizes | 'one'

/** In the order in which they lie in memory and in which the report draws them. */
export const PARAMETERS = [
  { name: 'Wxh', rows: 'hiddenSize', columns: 'vocabularySize' },
  { name: 'Whh', rows: 'hiddenSize', columns: 'hiddenSize' },
  { name: 'Why', rows: 'vocabularySize', columns: 'hiddenSize' },
  { name: 'bh', rows: 'hiddenSize', columns: 'one' },
  { name: 'by', rows: 'vocabularySize', columns: 'one' },
] as const satisfies readonly { name: string; rows: Side; columns: Side }[]

export type ParameterName = (typeof PARAMETERS)[number]['name']

/** One float64 array a parameter: Wxh (H, V), Whh (H, H), Why (V, H), bh (H, 1), by (V, 1). Also holds gradients. */
export type Parameters = Record<ParameterName, Float64Array>

function length(side: Side, sizes: NetworkSizes): number {
  return side === 'one' ? 1 : sizes[side]
}

/** Rows and columns of each parameter. */
export function parameterShapes(sizes: NetworkSizes): { name: ParameterName; rows: number; columns: number }[] {
  return PARAMETERS.map(({ name, rows, columns }) => ({
    name,
    rows: length(rows, sizes),
    columns: length(columns, sizes),
  }))
}

/** Number of entries in all five arrays: HV + HH + VH + H + V. */
export function parameterCount(sizes: NetworkSizes): number {
  return parameterShapes(sizes).reduce((sum, { rows, columns }) => sum + rows * columns, 0)
}

/** The five arrays as views, one after the other, into `values` of `parameterCount(sizes)` entries. */
export function parameterViews(values: Float64Array, sizes: NetworkSizes): Parameters {
  let start = 0
  const views = parameterShapes(sizes).map(({ name, rows, columns }) => {
    const end = start + rows * columns
    const view = values.subarray(start, end)
    start = end
    return [name, view] as const
  })
  return Object.fromEntries(views) as Parameters
}

/** Rows and columns of one array, as NumPy has its shape. @throws RangeError for a name that is none */
export function parameterShape(name: ParameterName, sizes: NetworkSizes): [rows: number, columns: number] {
  const found = PARAMETERS.find((parameter) => parameter.name === name)
  if (!found) throw new RangeError(`There is no array ${name}`)
  return [length(found.rows, sizes), length(found.columns, sizes)]
}
