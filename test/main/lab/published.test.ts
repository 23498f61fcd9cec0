// The published copy of the parameters, read thousands of times while a real thread trains and publishes.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, inject, it } from 'vitest'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { aimAt, phaseOf, request } from '#core/training/control.ts'
import { readMetrics } from '#core/training/metrics-ring.ts'
import { checksum, readPublished, requestPublication } from '#core/training/published.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { chooseKernel } from '#lab/kernel/choose-kernel.ts'
import { allocateRunMemory } from '#lab/runs/allocate.ts'
import type { TrainingWorkerData } from '#lab/runs/training-thread.ts'
import { until } from '#lab/runs/until.ts'

const SIZES = { hiddenSize: 12, vocabularySize: 4, batch: 1, sequenceLength: 8, sampleLength: 10, threads: 1 }
const READS = 5000
const COPIES = 500

it('is of one piece in every read', { timeout: 60_000 }, async () => {
  const text = new SharedArrayBuffer(2 * 400)
  new Uint16Array(text).forEach((_, i, indices) => (indices[i] = (i * i + (i >> 2)) % 4))
  const shared = allocateRunMemory(SIZES)
  const memory = runMemoryViews(shared.buffer, SIZES)
  aimAt(memory.control, 2_000_000_000)
  const workerData: TrainingWorkerData = {
    shared,
    sizes: SIZES,
    text,
    settings: { ...defaultTrainingSettings(), sampleEvery: 0, snapshotEvery: 0 },
    kernel: chooseKernel().module,
    seed: 5,
  }
  const worker = new Worker(join(inject('workersFolder'), 'training-worker.js'), { workerData })
  await until(() => phaseOf(memory.control) === 'training', 10_000)

  const copy = new Float64Array(memory.stateValues.length)
  const { totals } = runStateViews(copy, SIZES)
  const checksums = new Map<number, number>()
  let good = 0
  const start = performance.now()
  while ((good < READS || checksums.size < COPIES) && performance.now() - start < 30_000) {
    requestPublication(memory.control)
    readMetrics(memory, () => undefined)
    if (!readPublished(memory, copy)) continue
    const iteration = totals[TOTALS.iteration]!
    good++
    // The time trained goes on after an iteration's numbers stand.
    totals[TOTALS.secondsTrained] = 0
    const sum = checksum(copy)
    // A copy of one iteration is the same at every read; a mixture of two would not be.
    expect(checksums.get(iteration) ?? sum).toBe(sum)
    checksums.set(iteration, sum)
  }
  request(memory.control, 'stop')
  await new Promise((resolve) => worker.once('exit', resolve))
  expect(good).toBeGreaterThanOrEqual(READS)
  expect(checksums.size).toBeGreaterThanOrEqual(COPIES)
  expect(new Set(checksums.values()).size).toBeGreaterThan(checksums.size * 0.99)
})
