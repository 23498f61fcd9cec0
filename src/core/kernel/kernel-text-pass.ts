// Reading a text that is there with the kernel: what core/rnn/text-pass.ts does, several times as fast.
import { BLOCK_LENGTH, type MakeTextPass } from '../rnn/text-pass.ts'
import { placeArrays, type KernelExports } from './kernel.ts'
import { FORWARD_ARRAYS, packedParameters } from './kernel-memory.ts'
import { kernelGeometry, pack } from './panels.ts'
import { regionBytes, regionViews } from './regions.ts'

/** Gives a kernel of its own over so many bytes of memory, all zero. */
export type BringKernel = (bytes: number) => { kernel: KernelExports; buffer: SharedArrayBuffer }

/** Takes `count` rows of `length` entries out of rows that are `stride` apart. */
function takeRows(out: Float64Array, rows: Float64Array, stride: number, length: number, count: number): void {
  for (let row = 0; row < count; row++) out.set(rows.subarray(row * stride, row * stride + length), row * length)
}

export function kernelTextPass(bring: BringKernel): MakeTextPass {
  return (parameters, sizes) => {
    const { hiddenSize, vocabularySize } = sizes
    const { hiddenStride, vocabularyStride } = kernelGeometry(sizes)
    const forwardSizes = { ...sizes, rows: BLOCK_LENGTH }
    const { kernel, buffer } = bring(regionBytes(FORWARD_ARRAYS, forwardSizes))
    const views = regionViews(FORWARD_ARRAYS, buffer, 0, forwardSizes)
    placeArrays(kernel, views, sizes)
    pack(packedParameters(views), parameters, sizes)
    const hs = new Float64Array((BLOCK_LENGTH + 1) * hiddenSize)
    const ps = new Float64Array(BLOCK_LENGTH * vocabularySize)
    let length = 0

    function read(characters: ArrayLike<number>): void {
      hs.copyWithin(0, length * hiddenSize, (length + 1) * hiddenSize)
      length = characters.length
      views.inputs.set(characters)
      views.hsBefore.set(hs.subarray(0, hiddenSize))
      kernel.hiddenStates(0, 1, length)
      kernel.probabilities(0, length, 1)
      takeRows(hs.subarray(hiddenSize), views.hsAfter, hiddenStride, hiddenSize, length)
      takeRows(ps, views.ys, vocabularyStride, vocabularySize, length)
    }

    return { hs, ps, read }
  }
}
