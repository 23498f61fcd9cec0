import { expect, it } from 'vitest'
import { runMemoryBytes, runMemoryViews } from '#core/training/run-memory.ts'

const SIZES = { hiddenSize: 7, vocabularySize: 5, batch: 5, sequenceLength: 3, sampleLength: 11, threads: 2 }

it('gives every region bytes of its own', () => {
  const bytes = runMemoryBytes(SIZES)
  const memory = runMemoryViews(new SharedArrayBuffer(bytes), SIZES)
  const views = [
    memory.control,
    memory.totals,
    memory.generator.words,
    memory.generator.gauss,
    memory.parameterValues,
    memory.adagradMemory,
    memory.hprev,
    memory.published,
    memory.gradientValues,
    ...memory.workspace.hs,
    ...memory.workspace.ps,
    ...memory.workspace.dhraw,
    memory.workspace.dhnext,
    memory.metrics,
    memory.samples,
    memory.crew,
    memory.scratch,
    ...Object.values(memory.kernel),
  ]
  const owner = new Uint8Array(bytes)
  for (const [number, { byteOffset, byteLength }] of views.entries()) {
    const bytesOfView = owner.subarray(byteOffset, byteOffset + byteLength)
    expect(bytesOfView.length, `view ${number}`).toBe(byteLength)
    expect(
      bytesOfView.find((other) => other !== 0),
      `view ${number} over another`,
    ).toBeUndefined()
    bytesOfView.fill(number + 1)
  }
})

it('needs what its arrays need, and little more', () => {
  // At hidden 250 and 62 characters: 5 x 93,812 parameters (two published copies among them), 2 x 250 of hprev,
  // 26 x 250 + 25 x 62 + 25 x 250 + 250 work entries. The kernel holds 252 rows (264 where they are strides) by
  // 256 columns, its parameters and Adagrad memory, three states and a row of probabilities for 26 characters.
  const sizes = { hiddenSize: 250, vocabularySize: 62, batch: 1, sequenceLength: 25, sampleLength: 200, threads: 1 }
  const arrays = 8 * (5 * 93_812 + 2 * 250 + 26 * 250 + 25 * 62 + 25 * 250 + 250)
  const packed = 62 * 264 + 252 * 256 + 66 * 256 + 264 + 72
  const kernel = 8 * (2 * packed + 26 * (3 * 264 + 72))
  expect(runMemoryBytes(sizes)).toBeGreaterThan(arrays + kernel)
  expect(runMemoryBytes(sizes)).toBeLessThan(arrays + kernel + 2 ** 19)
})
