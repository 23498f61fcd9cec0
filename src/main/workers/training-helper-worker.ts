// A thread that works for a run's training thread: it takes tasks of its iterations until that thread dismisses it.
import { workerData } from 'node:worker_threads'
import { instantiateKernel } from '#lab/kernel/instantiate-kernel.ts'
import type { HelperWorkerData } from '#lab/runs/training-thread.ts'
import { Crew } from '#core/training/crew.ts'
import { kernelJobs } from '#core/training/kernel-jobs.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'

const { shared, sizes, settings, kernel, thread } = workerData as HelperWorkerData

const memory = runMemoryViews(shared.buffer, sizes)
new Crew(memory.crew, kernelJobs(instantiateKernel(kernel, shared), memory, settings), thread).help()
