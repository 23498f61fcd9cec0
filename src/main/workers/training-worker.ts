// The thread that trains one run: it takes the run's memory and text, and leaves when the loop has ended.
import { workerData } from 'node:worker_threads'
import { instantiateKernel } from '#lab/kernel/instantiate-kernel.ts'
import type { TrainingWorkerData } from '#lab/runs/training-thread.ts'
import { KernelStep } from '#core/training/kernel-step.ts'
import { ReferenceStep } from '#core/training/reference-step.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'
import { runTrainingLoop } from '#core/training/training-loop.ts'
import { beginRun } from '#core/training/training-run.ts'

const { shared, sizes, text, settings, kernel, seed } = workerData as TrainingWorkerData

const memory = runMemoryViews(shared.buffer, sizes)
const step = kernel
  ? new KernelStep(instantiateKernel(kernel, shared), memory, settings)
  : new ReferenceStep(memory, settings)
if (seed !== null) beginRun(memory, seed)
runTrainingLoop(memory, new Uint16Array(text), settings, step, () => performance.now())
step.close()
