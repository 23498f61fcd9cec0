// What a snapshot is: the five parameters of a network and the vocabulary that its rows and columns are for, with what
// else there is to it. Reading, writing and checking are left to the files beside this one.
import type { RandomStateMemory } from '../random/random-state.ts'
import type { NetworkSizes, Parameters } from '../rnn/layout.ts'
import type { PythonValue } from './python-values.ts'

export interface SnapshotVocabulary {
  /** (V): the code point of every index, all different. */
  codePoints: number[]
  /** What a character above U+007F is: a byte of the text, or Unicode. Where there is none it makes no difference. */
  encoding: 'utf-8' | 'bytes' | 'either'
}

export type Hyperparameter = number | boolean | string | null

/** All that a run needs besides the parameters and the Adagrad memory to go on exactly where it was. */
export interface ResumeState {
  /** Iterations done. */
  iteration: number
  /** Where the next sequence begins, in characters from the start of each stream's part of the text. */
  position: number
  /** Nats per sequence. */
  smoothLoss: number
  /** For each stream of the batch its hidden state, (H). */
  hprev: Float64Array[]
  hyperparameters: Record<string, Hyperparameter>
  datasetName: string
  /** Of the text's bytes, hexadecimal. */
  datasetSha256: string
  generator: RandomStateMemory
}

/** A member of an .npz as it was in the file, or a value of a .pkl. */
export type Extra = Uint8Array | PythonValue

export interface Snapshot {
  sizes: NetworkSizes
  /** Finite, as is the Adagrad memory. */
  parameters: Parameters
  adagradMemory: Parameters | null
  vocabulary: SnapshotVocabulary
  /** Characters of the text that the network was trained on. */
  dataSize: number | null
  /** Only where the lab saved the snapshot. */
  resume: ResumeState | null
  /** What the lab knows nothing of and keeps, by the member's name (`notes.npy`) or the dictionary's key (`notes`). */
  extras: Map<string, Extra>
}
