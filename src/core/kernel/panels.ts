// How the kernel holds the five parameters, and the way there and back. The report's arrays are row by row; the kernel
// reads Whh and Why in panels of six rows, pair of columns by pair of columns, and Wxh column by column, so that every
// step goes through memory from one end to the other. Rows and columns added to fill a panel are zero and stay so.
import { parameterShapes, type NetworkSizes, type ParameterName, type Parameters } from '../rnn/layout.ts'

const PANEL_ROWS = 6
/** Float64 entries of a cache line. */
const LINE_ENTRIES = 8
/** At multiples of this many entries the same entry of every row would fall into the same few places of a cache. */
const CACHE_PERIOD = 128

/** What the kernel counts in; strides in entries. */
export interface KernelGeometry {
  hiddenPanels: number
  vocabularyPanels: number
  /** Column pairs of a panel, a multiple of four. */
  hiddenPairs: number
  /** Entries from a state to the next, and from a row of logits to the next. */
  hiddenStride: number
  vocabularyStride: number
}

export function kernelGeometry({ hiddenSize, vocabularySize }: NetworkSizes): KernelGeometry {
  const hiddenPanels = Math.ceil(hiddenSize / PANEL_ROWS)
  const vocabularyPanels = Math.ceil(vocabularySize / PANEL_ROWS)
  const hiddenPairs = Math.ceil(hiddenSize / 8) * 4
  return {
    hiddenPanels,
    vocabularyPanels,
    hiddenPairs,
    hiddenStride: stride(Math.max(hiddenPanels * PANEL_ROWS, hiddenPairs * 2)),
    vocabularyStride: stride(vocabularyPanels * PANEL_ROWS),
  }
}

function stride(entries: number): number {
  const lines = Math.ceil(entries / LINE_ENTRIES) * LINE_ENTRIES
  return lines % CACHE_PERIOD === 0 ? lines + LINE_ENTRIES : lines
}

/** Entries that each parameter takes in the kernel. */
export const PACKED_LENGTHS: Record<ParameterName, (sizes: NetworkSizes) => number> = {
  Wxh: (sizes) => sizes.vocabularySize * kernelGeometry(sizes).hiddenStride,
  Whh: (sizes) => panelsLength(kernelGeometry(sizes).hiddenPanels, kernelGeometry(sizes)),
  Why: (sizes) => panelsLength(kernelGeometry(sizes).vocabularyPanels, kernelGeometry(sizes)),
  bh: (sizes) => kernelGeometry(sizes).hiddenStride,
  by: (sizes) => kernelGeometry(sizes).vocabularyStride,
}

function panelsLength(panels: number, { hiddenPairs }: KernelGeometry): number {
  return panels * PANEL_ROWS * hiddenPairs * 2
}

/** Where the entry (row, column) of each parameter lies in the kernel. */
function placesOf(sizes: NetworkSizes): Record<ParameterName, (row: number, column: number) => number> {
  const { hiddenStride, hiddenPairs } = kernelGeometry(sizes)
  const inPanels = (row: number, column: number): number => {
    const pair = Math.floor(row / PANEL_ROWS) * hiddenPairs + (column >> 1)
    return (pair * PANEL_ROWS + (row % PANEL_ROWS)) * 2 + (column & 1)
  }
  const inVector = (row: number): number => row
  return {
    Wxh: (row, column) => column * hiddenStride + row,
    Whh: inPanels,
    Why: inPanels,
    bh: inVector,
    by: inVector,
  }
}

/** Parameters, or anything of their shapes, from the report's arrays into the kernel's. */
export function pack(packed: Parameters, parameters: Parameters, sizes: NetworkSizes): void {
  const places = placesOf(sizes)
  for (const { name, columns } of parameterShapes(sizes)) {
    const place = places[name]
    const to = packed[name]
    const from = parameters[name]
    to.fill(0)
    for (let index = 0; index < from.length; index++) {
      to[place(Math.floor(index / columns), index % columns)] = from[index]!
    }
  }
}

/** The way back of `pack`. */
export function unpack(parameters: Parameters, packed: Parameters, sizes: NetworkSizes): void {
  const places = placesOf(sizes)
  for (const { name, columns } of parameterShapes(sizes)) {
    const place = places[name]
    const to = parameters[name]
    const from = packed[name]
    for (let index = 0; index < to.length; index++) {
      to[index] = from[place(Math.floor(index / columns), index % columns)]!
    }
  }
}
