// A network trained for a moment on the patterns, and what every question about it has in common.
import type { ReadingRequest } from '#core/contract/analysis.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { reaches, startOnPatterns, valueOf } from './open-lab.ts'

export const HIDDEN_SIZE = 16
export const CONTEXTS = { target: ':', contexts: 'text', seed: 0 } as const

export async function trainedOnPatterns(lab: Lab): Promise<ReadingRequest> {
  const run = await startOnPatterns(lab, { iterations: 200, hiddenSize: HIDDEN_SIZE })
  await reaches(lab, run.id, 'finished')
  const snapshot = valueOf(await lab.call('runs.save', { runId: run.id }))
  return { source: { kind: 'snapshot', snapshotId: snapshot.id }, datasetId: 'patterns', limit: null }
}
