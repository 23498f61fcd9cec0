// Reading a text that is there: hidden states and probabilities of a block of characters at a time, the state carried on
// from block to block. What is made of them is the analyses' affair.
import type { NetworkSizes, Parameters } from './layout.ts'
import { hiddenState } from './network.ts'
import { addProducts } from './products.ts'
import { softmax } from './softmax.ts'

/** Characters that a pass reads at once. */
export const BLOCK_LENGTH = 512

export interface TextPass {
  /** (BLOCK_LENGTH + 1, H), row by row: the state before the block's first character, then that after each. */
  readonly hs: Float64Array
  /** (BLOCK_LENGTH, V), row by row: the probabilities of what comes after each character, at temperature 1. */
  readonly ps: Float64Array
  /** Reads on, at most BLOCK_LENGTH vocabulary indices. What is in `hs` and `ps` holds until the next block is read. */
  read(characters: ArrayLike<number>): void
}

/** How a pass is made, whatever computes it; it begins at h = 0. */
export type MakeTextPass = (parameters: Parameters, sizes: NetworkSizes) => TextPass

function rowsOf(values: Float64Array, length: number): Float64Array[] {
  return Array.from({ length: values.length / length }, (_, row) => values.subarray(row * length, (row + 1) * length))
}

export const referenceTextPass: MakeTextPass = (parameters, { hiddenSize, vocabularySize }) => {
  const hs = new Float64Array((BLOCK_LENGTH + 1) * hiddenSize)
  const ps = new Float64Array(BLOCK_LENGTH * vocabularySize)
  const [states, outputs] = [rowsOf(hs, hiddenSize), rowsOf(ps, vocabularySize)]
  let length = 0

  function read(characters: ArrayLike<number>): void {
    states[0]!.set(states[length]!)
    length = characters.length
    for (let t = 0; t < length; t++) {
      hiddenState(states[t + 1]!, parameters, characters[t]!, states[t]!)
      outputs[t]!.set(parameters.by)
    }
    const read = outputs.slice(0, length)
    addProducts(read, parameters.Why, states.slice(1, length + 1))
    for (const p of read) softmax(p, 1)
  }

  return { hs, ps, read }
}
