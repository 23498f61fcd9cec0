// Makes a run: its folder, its memory and its record, and in them the beginning or the state that it goes on from.
// Whether one may begin, and what becomes of it, is the run store's to say.
import type { Preferences } from '#core/contract/preferences.ts'
import type { RunSummary } from '#core/contract/runs.ts'
import type { TrainingSettings } from '#core/contract/settings.ts'
import { writeWord } from '#core/training/control.ts'
import { runMemoryViews } from '#core/training/run-memory.ts'
import { runStateViews, TOTALS } from '#core/training/run-state.ts'
import type { OpenedText } from '../datasets/dataset-store.ts'
import type { ChosenKernel } from '../kernel/choose-kernel.ts'
import { LabError, systemCodeOf } from '../lab-error.ts'
import type { ResumableState } from '../snapshots/run-snapshot.ts'
import type { SnapshotStore } from '../snapshots/snapshot-store.ts'
import { allocateRunMemory } from './allocate.ts'
import { splitText } from './held-out-text.ts'
import { LiveRun } from './live-run.ts'
import { newSummary } from './new-summary.ts'
import { makeRunFolder, writeRunFile, type RunFiles } from './run-folder.ts'
import { RunRecord } from './run-record.ts'
import { runSizes } from './run-sizes.ts'

export interface RunMakerOptions {
  workersFolder: string
  preferences: () => Preferences
  snapshots: SnapshotStore
  kernel: ChosenKernel
  filesOf: (runId: string) => RunFiles
}

/** The run that a state is of, and whether that run goes on or another begins where it was. */
export interface StateSource {
  run: RunSummary
  inPlace: boolean
}

export class RunMaker {
  readonly #options: RunMakerOptions

  constructor(options: RunMakerOptions) {
    this.#options = options
  }

  /** A run at its beginning. @throws LabError when the text is too short, the network too large or the folder refuses */
  fresh(text: OpenedText, settings: TrainingSettings, series: string | null = null): Promise<LiveRun> {
    return this.#make(newSummary(text, settings, this.#options.kernel.name, series), text)
  }

  /** A run in a state, with a text that was read with its vocabulary. @throws LabError as `fresh`, and at its target */
  async fromState(
    state: ResumableState,
    text: OpenedText,
    settings: TrainingSettings,
    source: StateSource | null,
  ): Promise<LiveRun> {
    const { totals } = runStateViews(state.values, state.sizes)
    const iteration = totals[TOTALS.iteration]!
    if (iteration >= settings.iterations) throw new LabError('target-reached', { iterations: settings.iterations })
    const fresh = newSummary(text, settings, this.#options.kernel.name)
    const base = source?.inPlace ? source.run : fresh
    const smoothLoss = totals[TOTALS.smoothLoss]!
    const { kernel } = fresh
    const earlierKernel = state.kernel === kernel ? null : state.kernel
    const begun = { state: 'starting', failure: null, canContinue: true, kernel, earlierKernel } as const
    const changes = { settings, iteration, smoothLoss, ...begun }
    const run = await this.#make({ ...base, ...changes }, text, source && { of: source.run.id, iteration })
    // The states of another number of streams are those of other places in the text: all begin anew.
    const sameStreams = settings.batch === state.sizes.batch
    run.memory.stateValues.set(state.values.subarray(0, run.memory.stateValues.length))
    if (!sameStreams) run.memory.hprev.fill(0)
    writeWord(run.memory.control, 'iteration', iteration)
    writeWord(run.memory.control, 'position', sameStreams ? totals[TOTALS.position]! : 0)
    return run
  }

  async #make(summary: RunSummary, text: OpenedText, past: { of: string; iteration: number } | null = null) {
    const { workersFolder, snapshots, kernel, preferences, filesOf } = this.#options
    const sizes = runSizes(summary.settings, text.codePoints.length)
    const shared = allocateRunMemory(sizes)
    const files = filesOf(summary.id)
    try {
      await makeRunFolder(files)
      const record = past ? await RunRecord.continued(filesOf(past.of), files, past.iteration) : new RunRecord(files)
      await writeRunFile(files, summary)
      const { training, heldOut } = splitText(text.indices, summary.settings.heldOutShare)
      return new LiveRun({
        summary,
        files,
        shared,
        memory: runMemoryViews(shared.buffer, sizes),
        kernel,
        text: training,
        heldOut,
        codePoints: text.codePoints,
        workersFolder,
        record,
        latestIntervalMs: () => preferences().autosaveSeconds * 1000,
        save: (order) => snapshots.save(order),
      })
    } catch (error) {
      throw new LabError('folder-unwritable', { folder: files.folder, detail: systemCodeOf(error) })
    }
  }
}
