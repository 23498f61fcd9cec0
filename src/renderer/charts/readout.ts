// The figures to read out where one points at the charts.
import type { RunHistory } from './run-history.ts'
import type { SeriesColour } from './series-colours.ts'

/** A run's history as the charts show it; `scale` leads from nats per sequence to the chosen unit. */
export interface ShownHistory {
  title: string
  colour: SeriesColour
  history: RunHistory
  scale: number
}

/** NaN stands for what a run has no figure for there. */
export interface Readout {
  iteration: number
  smooth: { title: string; colour: SeriesColour; value: number }[]
  loss: number
  gradientNorm: number
  clippedShare: number
}

/** The row nearest to an iteration; -1 when the run did not get as far. */
function rowAt(history: RunHistory, iteration: number): number {
  return iteration <= history.lastIteration ? history.nearestRow(iteration) : -1
}

/** What the histories say at an iteration: all of the first, the smooth loss of the others. Null when there is none. */
export function readoutAt(shown: readonly ShownHistory[], pointed: number): Readout | null {
  const [main] = shown
  const last = Math.max(...shown.map(({ history }) => history.lastIteration))
  if (!main || last < 0) return null
  const iteration = Math.min(Math.round(pointed), last)
  const row = rowAt(main.history, iteration)
  return {
    iteration: row < 0 ? iteration : main.history.at('iteration', row),
    smooth: shown.map(({ title, colour, history, scale }) => ({
      title,
      colour,
      value: history.at('smoothLoss', rowAt(history, iteration)) * scale,
    })),
    loss: main.history.at('loss', row) * main.scale,
    gradientNorm: main.history.at('gradientNorm', row),
    clippedShare: main.history.at('clippedShare', row),
  }
}
