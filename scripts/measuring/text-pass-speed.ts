// How fast this machine reads a whole text with a network: the pass alone, by the kernel or the reference, and the lab's
// own reading with its threads. scripts/bench.mjs bundles and calls it.
import { readFileSync } from 'node:fs'
import type { KernelName } from '#core/contract/kernels.ts'
import { allocateRandomStateMemory, RandomState } from '#core/random/random-state.ts'
import { initialise } from '#core/rnn/initialise.ts'
import { BLOCK_LENGTH } from '#core/rnn/text-pass.ts'
import { decodeText } from '#core/text/decode.ts'
import { encodeIndices, vocabularyOf } from '#core/text/vocabulary.ts'
import { runStateLength, runStateViews } from '#core/training/run-state.ts'
import type { AnalysisWork } from '#lab/analysis/analysis-work.ts'
import { allocateJob } from '#lab/analysis/jobs.ts'
import { chooseKernel } from '#lab/kernel/choose-kernel.ts'
import { textPassWith } from '#lab/kernel/text-pass.ts'
import { RequestThread } from '#lab/threads/request-thread.ts'

function readIndices(file: string): { indices: SharedArrayBuffer; text: Uint16Array; codePoints: number[] } {
  const decoded = decodeText(readFileSync(file), 'bytes')
  if (!decoded.ok) throw new Error(`${file} could not be read as bytes`)
  const vocabulary = vocabularyOf(decoded.codePoints, 'sorted')
  const indices = new SharedArrayBuffer(decoded.codePoints.length * Uint16Array.BYTES_PER_ELEMENT)
  const text = new Uint16Array(indices)
  encodeIndices(decoded.codePoints, vocabulary, text)
  return { indices, text, codePoints: Array.from(vocabulary.codePoints) }
}

/** The state of a run before its first iteration. */
function newNetwork(hiddenSize: number, vocabularySize: number) {
  const sizes = { hiddenSize, vocabularySize, batch: 1 }
  const values = new Float64Array(runStateLength(sizes))
  const { parameters } = runStateViews(values, sizes)
  const random = new RandomState(allocateRandomStateMemory())
  random.seed(0)
  initialise(parameters, random)
  return { sizes, values, parameters }
}

/** Characters a second of the pass alone, on one thread, all hidden states kept. */
export function passSpeed(file: string, hiddenSize: number, kernel: KernelName): number {
  const { text, codePoints } = readIndices(file)
  const { sizes, parameters } = newNetwork(hiddenSize, codePoints.length)
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

/**
 * Characters a second of the lab's reading, with all that is told of every character afterwards.
 *
 * @param snapshot path of the network; null for one of that hidden size that has learned nothing
 */
export async function readingSpeed(
  workersFolder: string,
  file: string,
  hiddenSize: number,
  snapshot: string | null,
): Promise<number> {
  const { indices, codePoints } = readIndices(file)
  const { sizes, values } = newNetwork(hiddenSize, codePoints.length)
  const given = snapshot === null ? { values, sizes, codePoints, iteration: 0 } : { path: snapshot }
  const thread = new RequestThread<AnalysisWork>(workersFolder, 'analysis-worker.js')
  try {
    const network = { key: 'network', given }
    const text = { key: 'text', fileName: file, indices, codePoints, limit: null }
    const { characters, seconds } = await thread.ask('read', { network, text, job: allocateJob() })
    return characters / seconds
  } finally {
    await thread.close()
  }
}
