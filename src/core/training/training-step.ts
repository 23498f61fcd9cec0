// What computes a run's iterations: the readable reference of core/rnn, or the kernel. Where a run reads, when it
// samples and what is told of it is the run's own work.
import type { RandomState } from '../random/random-state.ts'
import type { UpdateMeasures } from '../rnn/adagrad.ts'
import type { Indices } from '../rnn/workspace.ts'

export interface TrainingStep {
  /** Takes the parameters and the Adagrad memory from the run's state. */
  load(): void
  /** Puts them back there, in the report's orientation; what is computed next does not depend on it. */
  store(): void
  /**
   * Reads a sequence of every stream forward and back, from the run's hprev, which it leaves. Returns the loss in nats a
   * sequence, the mean over the streams.
   *
   * @param sequences (batch)
   */
  pass(sequences: readonly Sequence[]): number
  /** Updates the parameters by what the pass found, and hprev to the states after it. */
  update(): UpdateMeasures
  /** As core/rnn/sampling.ts, from the first stream's hprev. */
  sample(drawn: Int32Array, first: number, temperature: number, random: RandomState): void
  /** Ends whatever works for it. */
  close(): void
}

/** What a stream reads: the characters (sequenceLength), and for each the one that follows it. */
export interface Sequence {
  inputs: Indices
  targets: Indices
}
