// The handlers of the operations that analyse.
import type { Handlers } from '../handlers.ts'
import type { SnapshotFiles } from '../lab-interface.ts'
import type { AnalysedReading, AnalysedSource, AnalysisStore } from './analysis-store.ts'
import type { AnalysisWork } from './analysis-work.ts'

type Name = Extract<keyof Handlers, `analysis.${string}`>

export function analysisHandlers(analyses: AnalysisStore): Pick<Handlers, Name> {
  const { thread } = analyses

  /** A question about contexts of what was read. */
  function ofContexts<Work extends keyof AnalysisWork>(name: Work) {
    return async <Request extends AnalysedReading>(
      request: Request,
    ): Promise<Awaited<ReturnType<AnalysisWork[Work]>>> => {
      const input = { ...(await analyses.known(request)), request }
      return thread.ask(name, input as unknown as Parameters<AnalysisWork[Work]>[0]) as never
    }
  }

  return {
    'analysis.next': async (request) =>
      thread.ask('next', { network: await analyses.network(request.source), request }),
    'analysis.read': ({ jobId, ...request }) =>
      analyses.job(jobId, async (job) => thread.ask('read', { ...(await analyses.fresh(request)), job })),
    'analysis.follows': ofContexts('follows'),
    'analysis.context': ofContexts('context'),
    'analysis.contrast': ofContexts('contrast'),
    'analysis.hop': ofContexts('hop'),
    'analysis.knockOut': ofContexts('knockOut'),
    'analysis.knockOutEverywhere': ({ jobId, ...request }) =>
      analyses.job(jobId, async (job) =>
        thread.ask('knockOutEverywhere', { ...(await analyses.known(request)), request, job }),
      ),
    'analysis.randomKnockOut': ofContexts('randomKnockOut'),
    'analysis.removalCurves': ofContexts('removalCurves'),
    'analysis.masks': async (request) =>
      thread.ask('masks', { network: await analyses.network(request.source), request }),
    'analysis.maskedWeights': async (request) =>
      thread.ask('maskedWeights', { network: await analyses.network(request.source), request }),
    'analysis.cancel': async ({ jobId }) => {
      analyses.cancel(jobId)
      return null
    },
  }
}

/** Asks an operation about a snapshot file in the place of a network of the lab. */
export function fileAnalysis(
  handlers: Pick<Handlers, Name>,
): (...asked: Parameters<SnapshotFiles['analyse']>) => Promise<unknown> {
  return (path, name, input) => {
    const handler = handlers[name] as (request: { source: AnalysedSource }) => Promise<unknown>
    return handler({ ...input, source: { kind: 'file', path } })
  }
}
