// How `charscope train` begins: with a new network, or with that of a snapshot.
import { basename, resolve } from 'node:path'
import type { ErrorValue, Language } from '#core/contract/errors.ts'
import type { Result } from '#core/contract/operations.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { localisedText, type Localised } from './localised.ts'
import type { Arguments } from './parse-flags.ts'
import { describeResumed, describeText } from './text-description.ts'
import {
  flagOf,
  givenSettings,
  givenTextOptions,
  textOptions,
  trainingSettings,
  type TRAIN_FLAGS,
} from './train-flags.ts'

const ANOTHER_TEXT: Localised = {
  en: 'the snapshot was trained on another text; {file} is read from its start',
  zh: '快照是用另一个文本训练的；将从头读取 {file}',
}

export type TrainArguments = Arguments<typeof TRAIN_FLAGS>

export interface BegunRun {
  run: RunSummary
  /** What people are told before anything else. */
  notes: string[]
}

/** The lab names settings; on the terminal they are flags. */
function namingFlag({ code, parameters }: ErrorValue): ErrorValue {
  const { setting } = parameters
  return { code, parameters: typeof setting === 'string' ? { ...parameters, setting: flagOf(setting) } : parameters }
}

async function beginNew(
  lab: Lab,
  datasetId: string,
  { values }: TrainArguments,
  language: Language,
): Promise<Result<BegunRun>> {
  const options = textOptions(values)
  const described = await lab.call('datasets.describe', { datasetId, options })
  if (!described.ok) return described
  const started = await lab.call('runs.start', { datasetId, options, settings: trainingSettings(values) })
  if (!started.ok) return started
  return { ok: true, value: { run: started.value, notes: [describeText(described.value, language)] } }
}

async function beginFrom(
  snapshot: string,
  lab: Lab,
  datasetId: string,
  { given }: TrainArguments,
  language: Language,
): Promise<Result<BegunRun>> {
  const changes = { settings: givenSettings(given), text: givenTextOptions(given) }
  const started = await lab.snapshotFiles.train(resolve(snapshot), datasetId, changes)
  if (!started.ok) return { ok: false, error: namingFlag(started.error) }
  const { run, isSameText } = started.value
  const notes = [describeResumed(run, basename(snapshot), language)]
  if (isSameText === false) notes.push(localisedText(ANOTHER_TEXT, language, { file: run.text.fileName }))
  return { ok: true, value: { run, notes } }
}

/** Starts the run that the arguments ask for on a text of the lab. */
export function beginRun(
  lab: Lab,
  datasetId: string,
  given: TrainArguments,
  language: Language,
): Promise<Result<BegunRun>> {
  const { resume } = given.values
  return resume === null
    ? beginNew(lab, datasetId, given, language)
    : beginFrom(resume, lab, datasetId, given, language)
}
