// How fast this machine's kernel and the reference read a whole text, keeping all hidden states. scripts/bench.mjs bundles
// and calls it.
import { readFileSync } from 'node:fs'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { initialise } from '#core/rnn/initialise.ts'
import { parameterCount, parameterViews } from '#core/rnn/layout.ts'
import { BLOCK_LENGTH } from '#core/rnn/text-pass.ts'
import type { KernelName } from '#core/contract/kernels.ts'
import { decodeText } from '#core/text/decode.ts'
import { encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'
import { chooseKernel } from '#lab/kernel/choose-kernel.ts'
import { textPassWith } from '#lab/kernel/text-pass.ts'

/** Characters a second. */
export function textPassSpeed(file: string, hiddenSize: number, kernel: KernelName): number {
  const decoded = decodeText(readFileSync(file), 'bytes')
  if (!decoded.ok) throw new Error(`${file} could not be read as bytes`)
  const vocabulary = vocabularyOf(decoded.codePoints, 'sorted')
  const text = new Uint16Array(decoded.codePoints.length)
  encodeIndices(decoded.codePoints, vocabulary, text)
  const sizes = { hiddenSize, vocabularySize: vocabulary.codePoints.length }
  const parameters = parameterViews(new Float64Array(parameterCount(sizes)), sizes)
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(0)
  initialise(parameters, random)
  const hs = new Float64Array(text.length * hiddenSize)
  const start = performance.now()
  const pass = textPassWith(chooseKernel(kernel))(parameters, sizes)
  for (let position = 0; position < text.length; position += BLOCK_LENGTH) {
    const characters = text.subarray(position, position + BLOCK_LENGTH)
    pass.read(characters)
    hs.set(pass.hs.subarray(hiddenSize, (characters.length + 1) * hiddenSize), position * hiddenSize)
  }
  return (text.length / (performance.now() - start)) * 1000
}
