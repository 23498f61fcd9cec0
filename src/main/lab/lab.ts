// The lab: the service behind every front. It parses what comes in, hands it to the handlers, and answers with values.
import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import type { DatasetSummary } from '#core/contract/datasets.ts'
import { OPERATIONS, type OpenedFile, type OperationName, type Result } from '#core/contract/operations.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'
import { fileKindOf } from '#core/formats/file-kind.ts'
import { z } from 'zod'
import { fileAnalysis } from './analysis/analysis-handlers.ts'
import { AnalysisStore } from './analysis/analysis-store.ts'
import { DatasetStore } from './datasets/dataset-store.ts'
import { LabEmitter } from './emitter.ts'
import { handlersOf } from './handlers.ts'
import { errorValueOf, LabError, systemCodeOf } from './lab-error.ts'
import { chooseKernel } from './kernel/choose-kernel.ts'
import type { Lab, LabOptions } from './lab-interface.ts'
import { PreferenceStore } from './preferences.ts'
import { RunStore } from './runs/run-store.ts'
import { requireTarget } from './snapshots/snapshot-copies.ts'
import { beginningOf } from './snapshots/snapshot-file.ts'
import { SnapshotFileOperations } from './snapshots/snapshot-files.ts'
import { DataStorage } from './storage/data-storage.ts'
import { FolderUsers } from './storage/folder-users.ts'
import { SnapshotStore } from './snapshots/snapshot-store.ts'
import { reportTemperatures } from './temperatures/temperature-reports.ts'
import { TemperatureStore } from './temperatures/temperature-store.ts'

/** Opens the lab on its data folder. @throws LabError when that folder cannot be made */
export async function createLab(options: LabOptions): Promise<Lab> {
  const { dataFolder, workersFolder } = options
  const users = await openFolder(dataFolder)
  const kernel = chooseKernel(options.kernel)
  const events = new LabEmitter()
  const preferences = new PreferenceStore(dataFolder)
  const datasets = new DatasetStore(options)
  const snapshots = new SnapshotStore({
    dataFolder,
    workersFolder,
    onChanged: (count) => events.emit('snapshots.changed', { count }),
  })
  const runs = new RunStore({
    dataFolder,
    workersFolder,
    preferences: () => preferences.preferences,
    datasets,
    snapshots,
    kernel,
    onFrames: (frames) => events.emit('runs.frame', frames),
    onChanged: (summaries) => events.emit('runs.changed', summaries),
  })
  const temperatures = new TemperatureStore({
    dataFolder,
    workersFolder,
    datasets,
    snapshots,
    runs,
    onChanged: (comparison) => events.emit('temperatures.changed', comparison),
    onSwept: (sweep) => events.emit('temperatures.swept', sweep),
  })
  const analyses = new AnalysisStore({
    workersFolder,
    datasets,
    snapshots,
    runs,
    onProgress: (jobs) => events.emit('analysis.progress', jobs),
  })
  await Promise.all([preferences.load(), datasets.load(), runs.load(), temperatures.load()])

  const storage = new DataStorage(dataFolder, {
    runs: () => runs.removeEnded(),
    snapshots: () => snapshots.clearImported(),
    texts: async () => {
      for (const { id } of (await datasets.list()).recent) await datasets.forget(id)
      events.emit('datasets.changed', await datasets.list())
    },
    temperatures: () => temperatures.closeComparison(),
    preferences: async () => events.emit('preferences.changed', await preferences.reset()),
  })
  const handlers = handlersOf({
    options,
    kernel: kernel.name,
    events,
    preferences,
    datasets,
    snapshots,
    runs,
    temperatures,
    analyses,
    storage,
    users,
  })
  const analyse = fileAnalysis(handlers)
  const files = new SnapshotFileOperations(snapshots, datasets, runs)

  async function addText<Added>(add: () => Promise<Added>): Promise<Result<Added>> {
    const added = await answer(add)
    if (added.ok) events.emit('datasets.changed', await datasets.list())
    return added
  }

  return {
    // The overloads of Lab give callers in this process the contract's types; what comes from elsewhere is unknown.
    call: ((name: string, input: unknown) => answer(() => handle(name, input))) as Lab['call'],
    on: (name, listener) => events.on(name, listener),
    openTextFile: (path) => addText(() => datasets.addFile(path)),
    importText: (fileName, bytes) => addText(() => datasets.addCopy(fileName, bytes)),
    openFile: async (path) => {
      const kind = fileKindOf(await beginningOf(path))
      return kind ? asSnapshot(answer(() => snapshots.importFile(path))) : asText(addText(() => datasets.addFile(path)))
    },
    importFile: (fileName, bytes) =>
      fileKindOf(bytes)
        ? asSnapshot(answer(() => snapshots.importBytes(fileName, bytes)))
        : asText(addText(() => datasets.addCopy(fileName, bytes))),
    importSnapshotFile: (path) => answer(() => snapshots.importFile(path)),
    encodeSnapshot: (snapshotId, format) => answer(() => snapshots.encode(snapshotId, format)),
    locateSnapshot: (snapshotId) => answer(async () => (await snapshots.find(snapshotId)).path),
    snapshotFiles: {
      describe: (path) => answer(() => files.describe(path)),
      convert: (path, target) => answer(() => files.convert(path, target)),
      complete: (path, options) => answer(() => files.complete(path, options)),
      compareTemperatures: (path, request) =>
        answer(() => reportTemperatures(path, request, { workersFolder, datasets, snapshots })),
      analyse: ((...asked) => answer(() => analyse(...asked))) as Lab['snapshotFiles']['analyse'],
      train: (path, datasetId, changes) => answer(() => files.train(path, datasetId, changes)),
      checkTarget: (target) => answer(() => requireTarget(target).then(() => null)),
      keepCopy: (runId, target, onFailed) => snapshots.copies.keep(runId, target, onFailed),
      finishCopy: (runId) => answer(() => files.finishCopy(runId)),
    },
    watchIterations: (runId, listener) => runs.watchIterations(runId, listener),
    close: async () => {
      await temperatures.close()
      await analyses.close()
      await runs.close()
      await datasets.close()
      await snapshots.close()
      users.leave()
    },
  }

  function handle(name: string, input: unknown): Promise<unknown> {
    if (!Object.hasOwn(OPERATIONS, name)) throw new LabError('operation-unknown', { operation: String(name) })
    const operation = name as OperationName
    const parsed = OPERATIONS[operation].input.safeParse(input)
    if (!parsed.success) {
      throw new LabError('input-malformed', { operation, detail: z.prettifyError(parsed.error) })
    }
    const handler = handlers[operation] as (parsed: unknown) => Promise<unknown>
    return handler(parsed.data)
  }
}

/** Makes the folder where it is not there. @throws LabError when it cannot be written */
async function openFolder(dataFolder: string): Promise<FolderUsers> {
  try {
    await mkdir(dataFolder, { recursive: true })
    await access(dataFolder, constants.W_OK)
    return new FolderUsers(dataFolder)
  } catch (error) {
    throw new LabError('folder-unwritable', { folder: dataFolder, detail: systemCodeOf(error) })
  }
}

/** What `work` gives as a Result; whatever it throws becomes an error value. */
async function answer<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const value = errorValueOf(error)
    if (value.code === 'internal') console.error(error)
    return { ok: false, error: value }
  }
}

async function asText(result: Promise<Result<DatasetSummary>>): Promise<Result<OpenedFile>> {
  const opened = await result
  return opened.ok ? { ok: true, value: { kind: 'text', dataset: opened.value } } : opened
}

async function asSnapshot(result: Promise<Result<SnapshotSummary>>): Promise<Result<OpenedFile>> {
  const opened = await result
  return opened.ok ? { ok: true, value: { kind: 'snapshot', snapshot: opened.value } } : opened
}
