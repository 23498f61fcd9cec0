// The thread that trains one run: it takes the run's memory and text, and leaves when the loop has ended.
import { workerData } from 'node:worker_threads'
import type { TrainingWorkerData } from '#lab/runs/training-thread.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'
import { runTrainingLoop } from '#core/training/training-loop.ts'
import { beginRun } from '#core/training/training-run.ts'

const { buffer, sizes, text, settings, seed } = workerData as TrainingWorkerData

const memory = runMemoryViews(buffer, sizes)
if (seed !== null) beginRun(memory, seed)
runTrainingLoop(memory, new Uint16Array(text), settings, () => performance.now())
