// The work of an iteration as the kernel does it, in tasks that threads can share: groups of streams are read side by
// side, then parts of the parameters are updated. The tasks depend on the run's sizes alone, never on its threads.
import { placeArrays, type KernelExports } from '../kernel/kernel.ts'
import { scratchLength } from '../kernel/kernel-memory.ts'
import { kernelGeometry } from '../kernel/panels.ts'
import type { Job } from './crew.ts'
import type { RunMemory } from './run-memory.ts'
import { streamGroups } from './streams.ts'
import type { LoopSettings } from './training-run.ts'

/** Panels of a task: enough of them to share what is read of the vectors, and few enough to spread. */
const TASK_PANELS = 4

export type KernelJobs = Record<'pass' | 'update', Job>

/** Places the kernel over the run's memory. What the settings say holds for the whole run. */
export function kernelJobs(kernel: KernelExports, memory: RunMemory, settings: LoopSettings): KernelJobs {
  const { sizes, scratch } = memory
  placeArrays(kernel, memory.kernel, sizes)
  return {
    pass: passJob(kernel, memory, settings),
    update: updateJob(kernel, memory, settings, (thread) => scratch.byteOffset + thread * scratchLength(sizes) * 8),
  }
}

function passJob(kernel: KernelExports, { sizes }: RunMemory, { temperature, gradients }: LoopSettings): Job {
  const { batch, sequenceLength } = sizes
  const groups = streamGroups(batch, sequenceLength)
  const divisor = gradients === 'average' ? temperature * batch : temperature
  return {
    tasks: groups.length,
    run: (task) => {
      const { firstRow, streams } = groups[task]!
      const rows = streams * sequenceLength
      kernel.hiddenStates(firstRow, streams, sequenceLength)
      kernel.probabilities(firstRow, rows, temperature)
      kernel.logitGradients(firstRow, rows, divisor)
      kernel.stateGradients(firstRow, streams, sequenceLength)
    },
  }
}

function updateJob(
  kernel: KernelExports,
  { sizes }: RunMemory,
  { learningRate, clip }: LoopSettings,
  scratchOf: (thread: number) => number,
): Job {
  const { hiddenPanels, vocabularyPanels } = kernelGeometry(sizes)
  const rows = sizes.batch * sizes.sequenceLength
  // A thread alone takes each matrix in one piece, which changes no number.
  const taskPanels = sizes.threads === 1 ? Infinity : TASK_PANELS
  const parts = [
    ...pieces(hiddenPanels, taskPanels).map(({ first, last }) => (scratch: number) => {
      kernel.updateWhh(first, last, rows, learningRate, clip, scratch)
    }),
    ...pieces(vocabularyPanels, taskPanels).map(({ first, last }) => (scratch: number) => {
      kernel.updateWhy(first, last, rows, learningRate, clip, scratch)
    }),
    (scratch: number) => kernel.updateRest(rows, learningRate, clip, scratch),
  ]
  return { tasks: parts.length, run: (task, thread) => parts[task]!(scratchOf(thread)) }
}

function pieces(count: number, size: number): { first: number; last: number }[] {
  if (count <= size) return [{ first: 0, last: count }]
  return Array.from({ length: Math.ceil(count / size) }, (_, piece) => ({
    first: piece * size,
    last: Math.min(count, (piece + 1) * size),
  }))
}
