// A lab that answers what a test tells it to, and sends what the test emits.
import type { LabClient, LabEventName, LabEvents, OpenedFile, Result } from '#core/contract/operations.ts'
import type { DatasetDescription, DatasetSummary } from '#core/contract/datasets.ts'
import { HISTORY_COLUMNS, type History, type RunFrame, type RunSummary, type Sample } from '#core/contract/runs.ts'
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import type { SnapshotSummary } from '#core/contract/snapshots.ts'

type Answer = (input: Record<string, unknown>) => unknown

export interface FakeLab extends LabClient {
  /** Calls so far, as `name` and input. */
  calls: { name: string; input: unknown }[]
  answers: Record<string, Answer>
  emit<Name extends LabEventName>(name: Name, payload: LabEvents[Name]): void
}

/** Operations without an answer fail with `input-malformed`; an answer of type Result is passed on as it is. */
export function fakeLab(answers: Record<string, Answer> = {}): FakeLab {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const calls: FakeLab['calls'] = []

  function answer(name: string, input: unknown): Result<unknown> {
    calls.push({ name, input })
    const given = answers[name]
    const parameters = { operation: name, detail: 'no answer in this test' }
    if (!given) return { ok: false, error: { code: 'input-malformed', parameters } }
    const value = given(input as Record<string, unknown>)
    return isResult(value) ? value : { ok: true, value }
  }

  return {
    calls,
    answers,
    call: ((name: string, input: unknown) => Promise.resolve(answer(name, input))) as LabClient['call'],
    on(name, listener) {
      const ofName = listeners.get(name) ?? new Set()
      listeners.set(name, ofName.add(listener as (payload: never) => void))
      return () => void ofName.delete(listener as (payload: never) => void)
    },
    hasPaneWindows: false,
    chooseText: () => Promise.resolve(answer('chooseText', null) as Result<DatasetSummary>),
    chooseSnapshot: () => Promise.resolve(answer('chooseSnapshot', null) as Result<OpenedFile>),
    openDropped: (file) => Promise.resolve(answer('openDropped', file) as Result<OpenedFile>),
    exportSnapshot: (id, format) => Promise.resolve(answer('exportSnapshot', { id, format }) as Result<boolean>),
    saveDocument: (document) => Promise.resolve(answer('saveDocument', document) as Result<boolean>),
    revealSnapshot: null,
    desktop: null,
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) listener(payload as never)
    },
  }
}

function isResult(value: unknown): value is Result<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value
}

/** Lets everything that waits for answers go on. */
export function answersTaken(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

export function summary(change: Partial<RunSummary> = {}): RunSummary {
  const numbers = Object.fromEntries(Object.entries(NUMBER_SETTINGS).map(([name, range]) => [name, range.default]))
  return {
    id: 'one',
    name: 'One',
    createdAt: '2026-01-01T00:00:00.000Z',
    text: {
      datasetId: 'play',
      fileName: 'play.txt',
      encoding: 'utf-8',
      vocabularyOrder: 'sorted',
      characters: 1000,
      vocabularySize: 62,
      sha256: 'abc',
    },
    settings: { ...numbers, sampleTemperature: null, gradients: 'average' } as RunSummary['settings'],
    state: 'training',
    failure: null,
    iteration: 0,
    loss: null,
    smoothLoss: null,
    gradientNorm: null,
    clippedShare: null,
    parameterNorm: null,
    seconds: 0,
    iterationsPerSecond: 0,
    parameterCount: 22_762,
    samples: 0,
    series: null,
    heldOut: null,
    canContinue: true,
    kernel: 'fused',
    earlierKernel: null,
    ...change,
  }
}

/** Rows of the iterations given, each figure the iteration itself. */
export function rowsOf(iterations: readonly number[]): History {
  return Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, [...iterations]])) as History
}

export function frame(change: Partial<RunFrame> = {}): RunFrame {
  return { run: summary(), rows: rowsOf([]), restart: false, sample: null, ...change }
}

export function sampleAt(index: number): Sample {
  return { index, iteration: index * 100, temperature: 1, text: `sample ${index}` }
}

export function dataset(change: Partial<DatasetSummary> = {}): DatasetSummary {
  return { id: 'play', kind: 'file', fileName: 'play.txt', location: null, available: true, bundled: null, ...change }
}

export function bundledDataset(id: string, hiddenSize: number, iterations: number): DatasetSummary {
  const bundled = {
    title: { en: `The ${id}`, zh: `文本 ${id}` },
    description: { en: '', zh: '' },
    suggested: { hiddenSize, iterations, encoding: 'auto' as const },
    facts: {},
  }
  return dataset({ id, kind: 'bundled', fileName: `${id}.txt`, bundled })
}

export function description(of: DatasetSummary, change: Partial<DatasetDescription> = {}): DatasetDescription {
  return {
    dataset: of,
    options: { encoding: 'auto', vocabularyOrder: 'sorted' },
    encoding: 'utf-8',
    hasByteOrderMark: false,
    bytes: 4,
    characters: 4,
    lineBreaks: { lf: 0, crlf: 0, cr: 0 },
    counts: [
      { character: 'a', count: 3 },
      { character: 'b', count: 1 },
    ],
    firstLines: ['aaab'],
    sha256: 'abc',
    ...change,
  }
}

export function snapshotSummary(change: Partial<SnapshotSummary> = {}): SnapshotSummary {
  return {
    id: 'one/1.npz',
    runId: 'one',
    reason: 'interval',
    title: 'play',
    note: '',
    createdAt: '2026-01-01T00:00:00.000Z',
    fileName: '1.npz',
    bytes: 1000,
    hiddenSize: 100,
    vocabulary: '\n :abc',
    parameterCount: 1000,
    iteration: 1000,
    smoothLoss: 50,
    sequenceLength: 25,
    dataset: 'play.txt',
    dataSize: 1000,
    sampleLine: null,
    isBest: false,
    hasAdagradMemory: true,
    ...change,
  }
}
