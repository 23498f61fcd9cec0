// The lab as the fronts see it. They translate between it and a window, a browser or a terminal, and hold no logic.
import type { KernelName } from '#core/contract/kernels.ts'
import type { DatasetSummary } from '#core/contract/datasets.ts'
import type { ErrorValue } from '#core/contract/errors.ts'
import type {
  LabEventName,
  LabEvents,
  OpenedFile,
  OperationInput,
  OperationName,
  OperationOutput,
  Result,
} from '#core/contract/operations.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import type {
  Completion,
  CompletionRequest,
  SnapshotDescription,
  SnapshotFormat,
  SnapshotSummary,
} from '#core/contract/snapshots.ts'
import type { LabDescription } from '#core/contract/preferences.ts'
import type { TemperatureReport, TemperatureRequest } from '#core/contract/temperatures.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'
import type { ResumeChanges } from './snapshots/resume-changes.ts'

export interface LabOptions {
  front: LabDescription['front']
  version: string
  /** Where runs, preferences and imported texts are kept; made when it is not there. */
  dataFolder: string
  /** The folder `resources` of the application. */
  resourcesFolder: string
  /** Where the bundled worker files are. */
  workersFolder: string
  /** Where new versions are published; null where nobody has said. */
  releases?: Releases | null
  /** The fastest kernel to use; without it the fastest that works here. */
  kernel?: KernelName
}

export interface Releases {
  /** Of a file that names the newest version, the same in different places, in the order in which they are asked. */
  addresses: readonly string[]
  /** Where a user gets it. */
  page: string
}

export interface EncodedSnapshot {
  fileName: string
  bytes: Uint8Array
  /** Members of the file that the format cannot hold. */
  leftOut: string[]
}

/** The analyses that can be asked of a snapshot file. */
export type FileAnalysis = Exclude<Extract<OperationName, `analysis.${string}`>, 'analysis.cancel'>

/** Snapshot files wherever they are, without taking them into the library: for the terminal. */
export interface SnapshotFiles {
  describe(path: string): Promise<Result<SnapshotDescription>>
  /** Writes `target` in the format that its ending says, `.npz` or `.pkl`. Answers what could not be kept. */
  convert(path: string, target: string): Promise<Result<{ leftOut: string[] }>>
  complete(path: string, request: Omit<CompletionRequest, 'snapshotId'>): Promise<Result<Completion>>
  /** What it writes at each temperature, each text being what `complete` gives, and what can be counted in it. */
  compareTemperatures(path: string, request: TemperatureRequest): Promise<Result<TemperatureReport[]>>
  /** An operation of the contract about the network in a file. The input is taken as the types have it. */
  analyse<Name extends FileAnalysis>(
    path: string,
    name: Name,
    input: Omit<OperationInput<Name>, 'source'>,
  ): Promise<Result<OperationOutput<Name>>>
  /**
   * Starts a new run from a snapshot on a text of the lab. What is not given anew is the snapshot's; what contradicts
   * its shape, its vocabulary or where it stands is refused.
   */
  train(path: string, datasetId: string, changes: ResumeChanges): Promise<Result<StartedFromFile>>
  /** Whether `keepCopy` could write there, as far as can be known beforehand. */
  checkTarget(target: string): Promise<Result<null>>
  /**
   * From now on writes what a run saves at its intervals and at its end to `target` as well, in the format that its
   * ending says; `onFailed` is told when that cannot be done any more. Call it as soon as the run is started.
   */
  keepCopy(runId: string, target: string, onFailed: (error: ErrorValue) => void): void
  /** Waits until the last snapshot of a run that has ended is written; answers the iteration that the copy holds. */
  finishCopy(runId: string): Promise<Result<number | null>>
}

export interface StartedFromFile {
  run: RunSummary
  /** Whether the text is the one that the snapshot was trained on; null where the file does not say. */
  isSameText: boolean | null
}

export interface Lab {
  /** One operation of the contract. The input is parsed here, whichever front it came through; never rejects. */
  call<Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<Result<OperationOutput<Name>>>
  call(name: string, input: unknown): Promise<Result<unknown>>
  on<Name extends LabEventName>(name: Name, listener: (event: LabEvents[Name]) => void): () => void
  /** Opens a text by its path: for fronts whose user named a file of this machine. */
  openTextFile(path: string): Promise<Result<DatasetSummary>>
  /** Keeps a copy of a text whose bytes came from elsewhere (a browser). */
  importText(fileName: string, bytes: Uint8Array): Promise<Result<DatasetSummary>>
  /** Opens a file by its content: a snapshot is imported, anything else is taken for a text. */
  openFile(path: string): Promise<Result<OpenedFile>>
  importFile(fileName: string, bytes: Uint8Array): Promise<Result<OpenedFile>>
  importSnapshotFile(path: string): Promise<Result<SnapshotSummary>>
  /** The bytes of a snapshot of the library in a format, with a name for the file. */
  encodeSnapshot(snapshotId: string, format: SnapshotFormat): Promise<Result<EncodedSnapshot>>
  /** Where the file of a snapshot of the library is. */
  locateSnapshot(snapshotId: string): Promise<Result<string>>
  snapshotFiles: SnapshotFiles
  /** Every single iteration of a run, in order and without gaps, in batches; the object is reused between calls. */
  watchIterations(runId: string, listener: (metrics: Metrics) => void): () => void
  /** Stops what is running, finishes all writing and ends the worker threads. */
  close(): Promise<void>
}
