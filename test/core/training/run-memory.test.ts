import { expect, it } from 'vitest'
import { runMemoryBytes, runMemoryViews } from '#core/training/run-memory.ts'

const SIZES = { hiddenSize: 7, vocabularySize: 5, sequenceLength: 3, sampleLength: 11 }

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
  ]
  const owner = new Uint8Array(bytes)
  for (const [number, { byteOffset, byteLength }] of views.entries()) {
    for (let byte = byteOffset; byte < byteOffset + byteLength; byte++) {
      expect(owner[byte], `byte ${byte} of view ${number}`).toBe(0)
      owner[byte] = number + 1
    }
  }
})

it('needs what its arrays need, and little more', () => {
  // At hidden 250 and 62 characters: 5 x 93,812 parameters (two published copies among them), 2 x 250 of hprev,
  // 26 x 250 + 25 x 62 + 25 x 250 + 250 work entries.
  const sizes = { hiddenSize: 250, vocabularySize: 62, sequenceLength: 25, sampleLength: 200 }
  const arrays = 8 * (5 * 93_812 + 2 * 250 + 26 * 250 + 25 * 62 + 25 * 250 + 250)
  expect(runMemoryBytes(sizes)).toBeGreaterThan(arrays)
  expect(runMemoryBytes(sizes)).toBeLessThan(arrays + 2 ** 19)
})
