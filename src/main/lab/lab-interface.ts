// The lab as the fronts see it. They translate between it and a window, a browser or a terminal, and hold no logic.
import type { DatasetSummary } from '#core/contract/datasets.ts'
import type {
  LabEventName,
  LabEvents,
  OperationInput,
  OperationName,
  OperationOutput,
  Result,
} from '#core/contract/operations.ts'
import type { LabDescription } from '#core/contract/preferences.ts'
import type { Metrics } from '#core/training/metrics-ring.ts'

export interface LabOptions {
  front: LabDescription['front']
  version: string
  /** Where runs, preferences and imported texts are kept; made when it is not there. */
  dataFolder: string
  /** The folder `resources` of the application. */
  resourcesFolder: string
  /** Where the bundled worker files are. */
  workersFolder: string
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
  /** Every single iteration of a run, in order and without gaps, in batches; the object is reused between calls. */
  watchIterations(runId: string, listener: (metrics: Metrics) => void): () => void
  /** Stops what is running, finishes all writing and ends the worker threads. */
  close(): Promise<void>
}
