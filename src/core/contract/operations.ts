// What the lab offers to any front: one table of operations with the schema of their input and the type of their
// output, and one of events. A handler missing for an entry is a compile error in lab/handlers.ts.
import { z } from 'zod'
import {
  contextSchema,
  contrastRequestSchema,
  followsSchema,
  hopRequestSchema,
  jobSchema,
  knockOutEverywhereSchema,
  knockOutSchema,
  maskedWeightsSchema,
  masksSchema,
  nextSchema,
  randomKnockOutSchema,
  readTextSchema,
  removalCurvesSchema,
  type AnalysisProgress,
  type ContextDetail,
  type ContrastExplanation,
  type ContrastPart,
  type Follows,
  type KnockOut,
  type MaskedWeight,
  type MasksTold,
  type NextCharacter,
  type RandomKnockOut,
  type RemovalCurve,
  type TextReadingSummary,
} from './analysis.ts'
import type { DatasetDescription, DatasetList, DatasetSummary } from './datasets.ts'
import type { DesktopClient } from './desktop.ts'
import type { ErrorValue } from './errors.ts'
import { preferencesSchema, type LabDescription, type NewestVersion, type Preferences } from './preferences.ts'
import type { HeldOutLoss, History, RunFrame, RunSummary, Sample } from './runs.ts'
import { STORAGE_PARTS, type StoragePartSummary } from './storage.ts'
import {
  comparisonRequestSchema,
  completionRequestSchema,
  regionRequestSchema,
  resumeRequestSchema,
  snapshotChangeSchema,
  snapshotIdSchema,
  snapshotIdsSchema,
  writeRequestSchema,
  type Completion,
  type SnapshotComparison,
  type SnapshotDescription,
  type SnapshotFormat,
  type SnapshotRegion,
  type SnapshotSummary,
} from './snapshots.ts'
import { NUMBER_SETTINGS, textOptionsSchema, trainingSettingsSchema } from './settings.ts'
import {
  comparisonChangeSchema,
  newPaneSchema,
  onePaneSchema,
  openComparisonSchema,
  paneChangeSchema,
  PANES_LIMIT,
  pointedSchema,
  writtenRequestSchema,
  type Comparison,
  type Pointed,
  type Sweep,
  type Written,
} from './temperatures.ts'

interface Operation<Schema extends z.ZodType, Output> {
  input: Schema
  /** Only a type: never set. */
  output?: Output
}

function operation<Output>() {
  return <Schema extends z.ZodType>(input: Schema): Operation<Schema, Output> => ({ input })
}

const identifier = z.string().min(1).max(200)
const nothing = z.strictObject({})
const oneRun = z.strictObject({ runId: identifier })
const runSchema = z.strictObject({
  datasetId: identifier,
  options: textOptionsSchema,
  settings: trainingSettingsSchema,
})
const seriesSchema = runSchema.extend({
  temperatures: z.array(trainingSettingsSchema.shape.temperature).min(1).max(PANES_LIMIT),
})
const iterations = z.int().min(1).max(NUMBER_SETTINGS.iterations.maximum)

export const OPERATIONS = {
  'lab.describe': operation<LabDescription>()(nothing),
  /** Asks over the network; never unless the user wants it. */
  'lab.newestVersion': operation<NewestVersion>()(nothing),
  'preferences.read': operation<Preferences>()(nothing),
  'preferences.write': operation<Preferences>()(preferencesSchema.partial()),

  /** What the data folder holds, part by part. */
  'storage.describe': operation<StoragePartSummary[]>()(nothing),
  /** Deletes a part of it; runs that still train stay. */
  'storage.clear': operation<StoragePartSummary[]>()(z.strictObject({ part: z.enum(STORAGE_PARTS) })),

  'datasets.list': operation<DatasetList>()(nothing),
  'datasets.describe': operation<DatasetDescription>()(
    z.strictObject({ datasetId: identifier, options: textOptionsSchema }),
  ),
  /** Takes a text off the list of recent ones; the file itself stays, an imported copy goes. */
  'datasets.forget': operation<DatasetList>()(z.strictObject({ datasetId: identifier })),

  'runs.list': operation<RunSummary[]>()(nothing),
  'runs.start': operation<RunSummary>()(runSchema),
  /** A run for each training temperature, all else alike: as many at once as there are processors, the others wait. */
  'runs.startSeries': operation<RunSummary[]>()(seriesSchema),
  'runs.pause': operation<RunSummary>()(oneRun),
  /** Trains so many iterations and pauses. */
  'runs.step': operation<RunSummary>()(z.strictObject({ runId: identifier, iterations })),
  /** Goes on after a pause, or past the target when a higher one is given, which counts from iteration 0. */
  'runs.resume': operation<RunSummary>()(z.strictObject({ runId: identifier, iterations: iterations.optional() })),
  'runs.stop': operation<RunSummary>()(oneRun),
  /** Deletes an ended run with its folder. */
  'runs.remove': operation<null>()(oneRun),
  'runs.history': operation<History>()(oneRun),
  /** The iterations at which samples were drawn, in order. */
  'runs.samples': operation<number[]>()(oneRun),
  /** The losses on the text that was held out, in order. */
  'runs.heldOut': operation<HeldOutLoss[]>()(oneRun),
  /** Saves the state of this moment, of a run in memory. */
  'runs.save': operation<SnapshotSummary>()(oneRun),
  'runs.sample': operation<Sample>()(z.strictObject({ runId: identifier, index: z.int().min(0) })),

  'snapshots.list': operation<SnapshotSummary[]>()(nothing),
  'snapshots.describe': operation<SnapshotDescription>()(snapshotIdSchema),
  'snapshots.region': operation<SnapshotRegion>()(regionRequestSchema),
  'snapshots.complete': operation<Completion>()(completionRequestSchema),
  'snapshots.write': operation<Completion>()(writeRequestSchema),
  'snapshots.compare': operation<SnapshotComparison>()(comparisonRequestSchema),
  /** Renames it or notes something. */
  'snapshots.change': operation<SnapshotSummary>()(snapshotChangeSchema),
  /** Takes snapshots away; until the lab is next opened they can be restored. */
  'snapshots.remove': operation<null>()(snapshotIdsSchema),
  'snapshots.restore': operation<null>()(snapshotIdsSchema),
  /** Trains on from a snapshot: its run goes on when it is that run's newest, else a new run begins there. */
  'snapshots.resume': operation<RunSummary>()(resumeRequestSchema),

  /** One network at several temperatures; null while there is none. It is remembered until it is closed. */
  'temperatures.read': operation<Comparison | null>()(nothing),
  'temperatures.open': operation<Comparison>()(openComparisonSchema),
  'temperatures.close': operation<null>()(nothing),
  'temperatures.change': operation<Comparison>()(comparisonChangeSchema),
  'temperatures.addPane': operation<Comparison>()(newPaneSchema),
  'temperatures.changePane': operation<Comparison>()(paneChangeSchema),
  'temperatures.removePane': operation<Comparison>()(onePaneSchema),
  /** All panes begin again. */
  'temperatures.restart': operation<Comparison>()(nothing),
  /** The panes go on with the parameters that a live run has now. */
  'temperatures.refresh': operation<Comparison>()(nothing),
  'temperatures.written': operation<Written>()(writtenRequestSchema),
  /** Writes at many temperatures in the background, and tells which suits the text; the events carry what is done. */
  'temperatures.sweep': operation<Sweep>()(nothing),
  'temperatures.stopSweep': operation<null>()(nothing),
  'temperatures.readSweep': operation<Sweep | null>()(nothing),
  'temperatures.point': operation<null>()(z.strictObject({ pointed: pointedSchema })),

  /** What comes after every character of a prompt. */
  'analysis.next': operation<NextCharacter>()(nextSchema),
  /** Reads a text through; what is asked about it later is then answered at once. */
  'analysis.read': operation<TextReadingSummary>()(readTextSchema),
  'analysis.follows': operation<Follows>()(followsSchema),
  'analysis.context': operation<ContextDetail>()(contextSchema),
  'analysis.contrast': operation<ContrastExplanation>()(contrastRequestSchema),
  'analysis.hop': operation<ContrastPart[]>()(hopRequestSchema),
  'analysis.knockOut': operation<KnockOut>()(knockOutSchema),
  'analysis.knockOutEverywhere': operation<KnockOut>()(knockOutEverywhereSchema),
  'analysis.randomKnockOut': operation<RandomKnockOut>()(randomKnockOutSchema),
  'analysis.removalCurves': operation<RemovalCurve[]>()(removalCurvesSchema),
  'analysis.masks': operation<MasksTold>()(masksSchema),
  'analysis.maskedWeights': operation<MaskedWeight[]>()(maskedWeightsSchema),
  /** Ends a job, which then answers with the error `cancelled`. */
  'analysis.cancel': operation<null>()(jobSchema),
} as const

export type OperationName = keyof typeof OPERATIONS
export type OperationInput<Name extends OperationName> = z.infer<(typeof OPERATIONS)[Name]['input']>
export type OperationOutput<Name extends OperationName> = Exclude<(typeof OPERATIONS)[Name]['output'], undefined>

/** What the lab sends on its own. A front takes all of them, in the order they were sent. */
export interface LabEvents {
  /** At most about 20 times a second: what active runs did since the last frame. */
  'runs.frame': RunFrame[]
  /** The list of runs or a run's state changed. */
  'runs.changed': RunSummary[]
  'datasets.changed': DatasetList
  /** A snapshot came, went or was changed; carries how many there are. The front asks for the list when it shows it. */
  'snapshots.changed': { count: number }
  'preferences.changed': Preferences
  'temperatures.changed': Comparison | null
  'temperatures.pointed': Pointed
  /** While jobs run, a few times a second, and once when the last has ended. */
  'analysis.progress': AnalysisProgress
  'temperatures.swept': Sweep | null
}
export type LabEventName = keyof LabEvents

/** What an operation answers; errors that a user can cause are values. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: ErrorValue }

/** The lab as a front's window sees it, whatever lies between. */
export interface LabClient {
  call<Name extends OperationName>(name: Name, input: OperationInput<Name>): Promise<Result<OperationOutput<Name>>>
  /** Calls `listener` with every event of that name; the function returned ends that. */
  on<Name extends LabEventName>(name: Name, listener: (event: LabEvents[Name]) => void): () => void
  /** True where a pane can have a window of the system's own; elsewhere the page opens others as far as it may. */
  hasPaneWindows: boolean
  /** Lets the user choose a file where the front can show a dialog; null when the user chose none. */
  chooseText(): Promise<Result<DatasetSummary> | null>
  chooseSnapshot(): Promise<Result<OpenedFile> | null>
  /** Opens a file that the user dropped on the window: a snapshot when its content is one, else a text. */
  openDropped(file: unknown): Promise<Result<OpenedFile>>
  /** Saves a snapshot where the user chooses; false when the user chose no place. */
  exportSnapshot(snapshotId: string, format: SnapshotFormat): Promise<Result<boolean>>
  /** Saves a table or a figure that the window made, where the user chooses; false when the user chose no place. */
  saveDocument(document: SavedDocument): Promise<Result<boolean>>
  /** Shows the snapshot's file in the system's file manager; null in a front that cannot. */
  revealSnapshot: ((snapshotId: string) => Promise<Result<null>>) | null
  /** Null in a browser. */
  desktop: DesktopClient | null
}

/** The largest document that a window may save. */
export const DOCUMENT_LIMIT_BYTES = 64 * 1024 * 1024

export const savedDocumentSchema = z.strictObject({
  /** The name to begin with; what a file name cannot hold is replaced. */
  fileName: z.string().min(1).max(200),
  content: z.union([
    z.string().max(DOCUMENT_LIMIT_BYTES),
    z.instanceof(Uint8Array<ArrayBuffer>).refine((bytes) => bytes.byteLength <= DOCUMENT_LIMIT_BYTES),
  ]),
})
/** What the window made for the user to keep: a table as CSV, a figure as PNG or SVG. */
export type SavedDocument = z.infer<typeof savedDocumentSchema>

/** A file that was opened, by what its content is. */
export type OpenedFile = { kind: 'text'; dataset: DatasetSummary } | { kind: 'snapshot'; snapshot: SnapshotSummary }
