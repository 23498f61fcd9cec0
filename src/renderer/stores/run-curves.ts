// The course of each run's smooth loss in a few points, for the small curves beside snapshots: fetched once a run, and
// again only for a snapshot that is newer than what is known.
import { shallowReactive } from 'vue'
import type { LabClient } from '#core/contract/operations.ts'
import type { History } from '#core/contract/runs.ts'
import type { Point } from '../charts/plot-points.ts'
import { settled } from '../lab/requests.ts'

/** About one for every two pixels of a small curve. */
const CURVE_POINTS = 48

export interface RunCurve {
  /** Iterations and nats per sequence, in order. */
  points: readonly Point[]
}

/** At most CURVE_POINTS rows spread evenly, the first and the last among them. */
export function curveOf({ iteration, smoothLoss }: History): RunCurve {
  const last = iteration.length - 1
  const count = Math.min(iteration.length, CURVE_POINTS)
  const rows = Array.from({ length: count }, (_, place) => (count < 2 ? 0 : Math.round((place * last) / (count - 1))))
  const points = rows.map((row) => ({ x: iteration[row] ?? Number.NaN, y: smoothLoss[row] ?? Number.NaN }))
  return { points: points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) }
}

export function createRunCurves(lab: LabClient) {
  const curves = shallowReactive(new Map<string, RunCurve>())
  const asked = new Map<string, number>()

  /** Sees to it that the curve of a run reaches an iteration, as far as the run did. */
  async function want(runId: string, iteration: number): Promise<void> {
    if ((asked.get(runId) ?? -1) >= iteration) return
    asked.set(runId, iteration)
    // A run that is gone has no curve to show; that is no news worth a notice.
    const history = await settled(lab.call('runs.history', { runId }))
    if (!history.ok) return
    const curve = curveOf(history.value)
    curves.set(runId, curve)
    asked.set(runId, Math.max(asked.get(runId) ?? -1, curve.points.at(-1)?.x ?? -1))
  }

  return { of: (runId: string): RunCurve | undefined => curves.get(runId), want }
}
