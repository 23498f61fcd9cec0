import { describe, expect, it } from 'vitest'
import { HISTORY_COLUMNS, type History, type RunFrame, type RunState, type RunSummary } from '#core/contract/runs.ts'
import { defaultTrainingSettings } from '#core/contract/settings.ts'
import { DEFAULT_PREFERENCES } from '#core/contract/preferences.ts'
import { Outbox, WAITING_ROWS_LIMIT, type OutboxMessage } from '../../../src/main/lab/outbox.ts'

function run(id: string, iteration = 0, state: RunState = 'training'): RunSummary {
  return {
    id,
    name: id,
    createdAt: '2026-01-01T00:00:00.000Z',
    text: {
      datasetId: 'text',
      fileName: 'text.txt',
      encoding: 'utf-8',
      vocabularyOrder: 'sorted',
      characters: 100,
      vocabularySize: 10,
      sha256: '',
    },
    settings: defaultTrainingSettings(),
    state,
    failure: null,
    iteration,
    loss: null,
    smoothLoss: null,
    gradientNorm: null,
    clippedShare: null,
    parameterNorm: null,
    seconds: 0,
    iterationsPerSecond: 0,
    parameterCount: 0,
    samples: 0,
    series: null,
    heldOut: null,
    canContinue: true,
    kernel: 'fused',
    earlierKernel: null,
  }
}

/** Rows `first` to `last`, the same number in every column. */
function rows(first: number, last: number): History {
  const values = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, [...values]])) as History
}

function frame(id: string, first: number, last: number, others: Partial<RunFrame> = {}): RunFrame {
  return { run: run(id, last), rows: rows(first, last), restart: false, sample: null, ...others }
}

function recordingOutbox() {
  const sent: OutboxMessage[] = []
  const outbox = new Outbox((message) => sent.push(message))
  const acknowledgeLast = (): void => outbox.acknowledge(sent.at(-1)!.sequence)
  return { sent, outbox, acknowledgeLast }
}

/** The payload of the last message sent, which must be of frames. */
function lastFrames(sent: OutboxMessage[]): RunFrame[] {
  expect(sent.at(-1)?.event).toBe('runs.frame')
  return sent.at(-1)!.payload as RunFrame[]
}

describe('one message in flight', () => {
  it('sends the first event at once and the next only when the first was acknowledged', () => {
    const { sent, outbox } = recordingOutbox()
    outbox.post('runs.changed', [run('a')])
    outbox.post('preferences.changed', DEFAULT_PREFERENCES)
    expect(sent).toEqual([{ event: 'runs.changed', payload: [run('a')], sequence: 1 }])
    outbox.acknowledge(1)
    expect(sent[1]).toEqual({ event: 'preferences.changed', payload: DEFAULT_PREFERENCES, sequence: 2 })
  })

  it('ignores acknowledgements of other numbers, and a second one of the same', () => {
    const { sent, outbox } = recordingOutbox()
    for (let iteration = 0; iteration < 3; iteration++) outbox.post('runs.changed', [run('a', iteration)])
    for (const wrong of [0, 2, -1, Number.NaN]) outbox.acknowledge(wrong)
    expect(sent).toHaveLength(1)
    outbox.acknowledge(1)
    outbox.acknowledge(1)
    expect(sent).toHaveLength(2)
    outbox.acknowledge(2)
    outbox.acknowledge(2)
    outbox.post('runs.changed', [])
    outbox.post('runs.changed', [])
    expect(sent).toHaveLength(3)
  })
})

describe('merging what waits', () => {
  it('keeps the latest of every other event', () => {
    const { sent, outbox, acknowledgeLast } = recordingOutbox()
    outbox.post('runs.changed', [])
    for (const theme of ['light', 'dark', 'system'] as const) {
      outbox.post('preferences.changed', { ...DEFAULT_PREFERENCES, theme })
    }
    acknowledgeLast()
    acknowledgeLast()
    expect(sent.map(({ payload }) => payload)).toEqual([[], { ...DEFAULT_PREFERENCES, theme: 'system' }])
  })

  it('joins the rows of a run in order, with its newest summary and newest sample', () => {
    const { sent, outbox, acknowledgeLast } = recordingOutbox()
    const sample = { index: 0, iteration: 3, temperature: 1, text: 'abc' }
    outbox.post('runs.changed', [])
    outbox.post('runs.frame', [frame('a', 0, 2), frame('b', 10, 11)])
    outbox.post('runs.frame', [frame('a', 3, 3, { sample })])
    outbox.post('runs.frame', [frame('a', 4, 6)])
    acknowledgeLast()
    expect(lastFrames(sent)).toEqual([frame('a', 0, 6, { sample }), frame('b', 10, 11)])
  })

  it('changes no payload: other windows share it', () => {
    const { outbox } = recordingOutbox()
    const first = [frame('a', 0, 2)]
    const second = [frame('a', 3, 4)]
    outbox.post('runs.changed', [])
    outbox.post('runs.frame', first)
    outbox.post('runs.frame', second)
    expect(first).toEqual([frame('a', 0, 2)])
    expect(second).toEqual([frame('a', 3, 4)])
  })

  it('keeps rows up to the limit and none beyond it, and says that rows are missing', () => {
    const { sent, outbox, acknowledgeLast } = recordingOutbox()
    outbox.post('runs.changed', [])
    outbox.post('runs.frame', [frame('a', 1, WAITING_ROWS_LIMIT - 1)])
    outbox.post('runs.frame', [frame('a', WAITING_ROWS_LIMIT, WAITING_ROWS_LIMIT)])
    acknowledgeLast()
    expect(lastFrames(sent)[0]?.rows.loss).toHaveLength(WAITING_ROWS_LIMIT)
    expect(lastFrames(sent)[0]?.restart).toBe(false)

    outbox.post('runs.frame', [frame('a', 1, WAITING_ROWS_LIMIT)])
    outbox.post('runs.frame', [frame('a', WAITING_ROWS_LIMIT + 1, WAITING_ROWS_LIMIT + 1), frame('b', 1, 1)])
    outbox.post('runs.frame', [frame('a', WAITING_ROWS_LIMIT + 2, WAITING_ROWS_LIMIT + 2)])
    acknowledgeLast()
    const [slow, other] = lastFrames(sent)
    expect(slow).toMatchObject({ restart: true, run: { iteration: WAITING_ROWS_LIMIT + 2 } })
    expect(HISTORY_COLUMNS.map((column) => slow?.rows[column].length)).toEqual(HISTORY_COLUMNS.map(() => 0))
    expect(other).toEqual(frame('b', 1, 1))
  })

  it('begins anew after a restart was sent', () => {
    const { sent, outbox, acknowledgeLast } = recordingOutbox()
    outbox.post('runs.changed', [])
    outbox.post('runs.frame', [frame('a', 1, 1, { restart: true })])
    acknowledgeLast()
    outbox.post('runs.frame', [frame('a', 2, 3)])
    acknowledgeLast()
    expect(lastFrames(sent)).toEqual([frame('a', 2, 3)])
  })
})

describe('order', () => {
  it('lets neither an older state nor a removed run follow a newer list of runs', () => {
    const { sent, outbox, acknowledgeLast } = recordingOutbox()
    outbox.post('runs.changed', [])
    outbox.post('runs.frame', [frame('stopped', 1, 5), frame('removed', 1, 5)])
    outbox.post('runs.changed', [run('stopped', 6, 'stopped'), run('other', 0)])
    outbox.post('runs.frame', [frame('other', 1, 1)])
    acknowledgeLast()
    expect(sent.at(-1)?.event).toBe('runs.changed')
    acknowledgeLast()
    expect(lastFrames(sent)).toEqual([
      { ...frame('stopped', 1, 5), run: run('stopped', 6, 'stopped') },
      frame('other', 1, 1),
    ])
  })
})
