// What the kernel offers, as its source in assembly/ exports it. Its binary is brought in by whoever runs the core:
// instantiating it takes more than JavaScript alone.
import type { NetworkSizes } from '../rnn/layout.ts'
import { kernelGeometry } from './panels.ts'

interface Global {
  value: number
}

/** Rows, streams and steps are counts, rates and temperatures float64; what each does is in assembly/. */
export interface Kernel {
  hiddenStates(row: number, streams: number, steps: number): void
  probabilities(row: number, count: number, temperature: number): void
  readOn(row: number, temperature: number): void
  logitGradients(row: number, count: number, divisor: number): void
  stateGradients(row: number, streams: number, steps: number): void
  updateWhh(first: number, last: number, rows: number, rate: number, clip: number, scratch: number): void
  updateWhy(first: number, last: number, rows: number, rate: number, clip: number, scratch: number): void
  updateRest(rows: number, rate: number, clip: number, scratch: number): void
  beginColumns(): void
  /** In place over pairs of float64 from one address up to another. */
  exponentials(first: number, end: number): void
  hyperbolicTangents(first: number, end: number): void
  /** 1 when a product and a sum are rounded once. */
  isFused(): number
}

export type KernelExports = Kernel & Record<string, Global | unknown>

/** Tells a kernel where its arrays lie, `views` by the names of assembly/arrays.ts, and how large the network is. */
export function placeArrays(
  kernel: KernelExports,
  views: Record<string, Float64Array | Int32Array>,
  sizes: NetworkSizes,
): void {
  const { hiddenPanels, hiddenPairs, vocabularyPanels, hiddenStride, vocabularyStride } = kernelGeometry(sizes)
  const { vocabularySize } = sizes
  const counts = { vocabularySize, hiddenPanels, hiddenPairs, vocabularyPanels }
  const strides = { hiddenStride: hiddenStride * 8, vocabularyStride: vocabularyStride * 8 }
  const addresses = Object.fromEntries(Object.entries(views).map(([name, view]) => [name, view.byteOffset]))
  for (const [name, value] of Object.entries({ ...counts, ...strides, ...addresses })) {
    const global = kernel[name] as Global
    global.value = value
  }
}
