// The state of a run at the moment that it is asked for: what the training thread publishes, what lies in the memory of a
// run that rests, and nothing where there is neither. The thread is played by the test.
import { describe, expect, it } from 'vitest'
import { enterPhase, writeWord } from '#core/training/control.ts'
import { publish, publicationIsRequested } from '#core/training/published.ts'
import { runMemoryViews, type RunMemory } from '#core/training/run-memory.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import { LabError } from '#lab/lab-error.ts'
import { allocateRunMemory } from '#lab/runs/allocate.ts'
import { RunSaver, type RunSaverParts } from '#lab/runs/run-saver.ts'
import { until } from '#lab/runs/until.ts'

const SIZES = { hiddenSize: 3, vocabularySize: 4, batch: 1, threads: 1, sequenceLength: 2, sampleLength: 1 }
const LIMIT_MS = 60

function runInPhase(phase: 'training' | 'paused'): { memory: RunMemory; saver: RunSaver } {
  const memory = runMemoryViews(allocateRunMemory(SIZES).buffer, SIZES)
  enterPhase(memory.control, phase)
  return { memory, saver: new RunSaver({ memory } as RunSaverParts, LIMIT_MS) }
}

function comeTo(memory: RunMemory, iteration: number): void {
  memory.parameterValues.fill(iteration)
  writeWord(memory.control, 'iteration', iteration)
}

function told(values: Float64Array): { iteration: number; parameter: number } {
  const { totals, parameterValues } = runStateViews(values, SIZES)
  return { iteration: totals[TOTALS.iteration]!, parameter: parameterValues[0]! }
}

describe('the state of a run now', () => {
  it('is what its thread publishes when it is asked, not what it published before', async () => {
    const { memory, saver } = runInPhase('training')
    comeTo(memory, 5)
    publish(memory)
    const state = saver.stateNow()
    await until(() => publicationIsRequested(memory.control), 1000)
    comeTo(memory, 9)
    publish(memory)
    expect(told(await state)).toEqual({ iteration: 9, parameter: 9 })
  })

  it('is what lies in the memory of a run that rests, or comes to rest before it answers', async () => {
    const resting = runInPhase('paused')
    comeTo(resting.memory, 3)
    expect(told(await resting.saver.stateNow())).toEqual({ iteration: 3, parameter: 3 })

    const { memory, saver } = runInPhase('training')
    comeTo(memory, 5)
    publish(memory)
    const state = saver.stateNow()
    comeTo(memory, 7)
    enterPhase(memory.control, 'finished')
    expect(told(await state)).toEqual({ iteration: 7, parameter: 7 })
  })

  it('is refused while an iteration goes on and on', async () => {
    const { memory, saver } = runInPhase('training')
    comeTo(memory, 5)
    publish(memory)
    const error = await saver.stateNow().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(LabError)
    expect((error as LabError).value.code).toBe('run-not-answering')
  })
})
