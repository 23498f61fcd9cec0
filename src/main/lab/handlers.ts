// One handler for every operation of the contract; the compiler misses one that is not here.
import { availableParallelism } from 'node:os'
import type { KernelName } from '#core/contract/kernels.ts'
import type { OperationInput, OperationName, OperationOutput } from '#core/contract/operations.ts'
import { analysisHandlers } from './analysis/analysis-handlers.ts'
import type { AnalysisStore } from './analysis/analysis-store.ts'
import type { DatasetStore } from './datasets/dataset-store.ts'
import type { LabEmitter } from './emitter.ts'
import type { LabOptions } from './lab-interface.ts'
import type { PreferenceStore } from './preferences.ts'
import type { RunStore } from './runs/run-store.ts'
import { snapshotHandlers } from './snapshots/snapshot-handlers.ts'
import type { SnapshotStore } from './snapshots/snapshot-store.ts'
import type { DataStorage } from './storage/data-storage.ts'
import type { FolderUsers } from './storage/folder-users.ts'
import { temperatureHandlers } from './temperatures/temperature-handlers.ts'
import { isNewer, newestVersion } from './updates/newest-version.ts'
import type { TemperatureStore } from './temperatures/temperature-store.ts'

export interface LabParts {
  options: LabOptions
  kernel: KernelName
  events: LabEmitter
  preferences: PreferenceStore
  datasets: DatasetStore
  snapshots: SnapshotStore
  runs: RunStore
  temperatures: TemperatureStore
  storage: DataStorage
  users: FolderUsers
  analyses: AnalysisStore
}

export type Handlers = {
  [Name in OperationName]: (input: OperationInput<Name>) => Promise<OperationOutput<Name>>
}

/** Electron and Chromium are there in the desktop alone. */
function versionsOf(application: string): Record<string, string> {
  const { electron, chrome, node, v8 } = process.versions
  const known = { Charscope: application, Electron: electron, Chromium: chrome, 'Node.js': node, V8: v8 }
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

export function handlersOf(parts: LabParts): Handlers {
  const { options, kernel, events, preferences, datasets, snapshots, runs, temperatures, analyses, storage, users } =
    parts
  return {
    'lab.describe': async () => ({
      version: options.version,
      releasePage: options.releases?.page ?? null,
      front: options.front,
      platform: process.platform,
      dataFolder: options.dataFolder,
      versions: versionsOf(options.version),
      sharedWith: users.others(),
      processors: availableParallelism(),
      kernel,
    }),
    'lab.newestVersion': async () => {
      const version = await newestVersion(options.releases?.addresses ?? [])
      return { version, isNewer: isNewer(version, options.version) }
    },
    'preferences.read': async () => preferences.preferences,
    'preferences.write': async (changes) => {
      const changed = await preferences.change(changes)
      events.emit('preferences.changed', changed)
      return changed
    },

    'storage.describe': () => storage.describe(),
    'storage.clear': ({ part }) => storage.clear(part),

    'datasets.list': () => datasets.list(),
    'datasets.describe': ({ datasetId, options: textOptions }) => datasets.describe(datasetId, textOptions),
    'datasets.forget': async ({ datasetId }) => {
      const list = await datasets.forget(datasetId)
      events.emit('datasets.changed', list)
      return list
    },

    'runs.list': async () => runs.list(),
    'runs.start': (input) => runs.start(input),
    'runs.startSeries': (input) => runs.startSeries(input),
    'runs.pause': ({ runId }) => runs.command(runId, (run) => run.pause()),
    'runs.step': ({ runId, iterations }) => runs.trainOn(runId, (run) => run.step(iterations)),
    'runs.resume': ({ runId, iterations }) => runs.trainOn(runId, (run) => run.resume(iterations)),
    'runs.stop': ({ runId }) => runs.command(runId, (run) => run.stop()),
    'runs.remove': async ({ runId }) => {
      await runs.remove(runId)
      return null
    },
    'runs.history': async ({ runId }) => (await runs.find(runId).record).history,
    'runs.samples': async ({ runId }) => (await runs.find(runId).record).sampleIterations,
    'runs.heldOut': async ({ runId }) => [...(await runs.find(runId).record).heldOut],
    'runs.save': ({ runId }) => runs.saveSnapshot(runId),
    'runs.sample': async ({ runId, index }) => (await runs.find(runId).record).sample(index),

    ...snapshotHandlers(snapshots, runs),
    ...temperatureHandlers(temperatures, events),
    ...analysisHandlers(analyses),
  }
}
