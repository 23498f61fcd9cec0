// What an analysis refuses, each with a code of its own and a sentence in both languages that names what is wrong.
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadingRequest } from '#core/contract/analysis.ts'
import { errorMessage } from '#core/contract/errors.ts'
import type { OperationName } from '#core/contract/operations.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { CONTEXTS, trainedOnPatterns } from './analysed-patterns.ts'
import { codeOf, sharedLab, textFile, valueOf } from './open-lab.ts'

const SIDES = { for: ['\n'], against: [' '] }

interface Refusal {
  what: string
  name: OperationName
  change: Record<string, unknown>
  text?: string
  code: string
  told: string
}
const contrast = { ...CONTEXTS, ...SIDES, route: 'character' }
const change = { parameter: 'Wxh', row: 0, column: 0, value: 0 }
const prompt = { prompt: 'a', temperature: 1, feedLastTwice: false, skipUnknown: false }
const REFUSALS: Refusal[] = [
  {
    what: 'a target that the network does not know',
    name: 'analysis.follows',
    change: { target: '狐' },
    code: 'character-unknown',
    told: '狐',
  },
  {
    what: 'an outcome that it does not know',
    name: 'analysis.follows',
    change: { outcomes: ['\n', '犬'] },
    code: 'character-unknown',
    told: '犬',
  },
  {
    what: 'a prompt that it does not know',
    name: 'analysis.next',
    change: { prompt: 'a狐' },
    code: 'prompt-character-unknown',
    told: '狐',
  },
  {
    what: 'a text without the target',
    name: 'analysis.follows',
    text: 'abab',
    change: {},
    code: 'target-absent',
    told: 'text.txt',
  },
  {
    what: 'a text that only ends with the target',
    name: 'analysis.contrast',
    text: 'abab:',
    change: {},
    code: 'target-absent',
    told: ':',
  },
  {
    what: 'a text of which hardly a character is known',
    name: 'analysis.read',
    text: '狐a犬',
    change: { jobId: 'none' },
    code: 'text-not-known',
    told: 'text.txt',
  },
  {
    what: 'a contrast without outcomes',
    name: 'analysis.contrast',
    change: { for: [] },
    code: 'contrast-empty',
    told: '',
  },
  {
    what: 'a contrast of all with nothing',
    name: 'analysis.hop',
    change: { unit: 0, for: 'ALL', against: 'rest' },
    code: 'contrast-empty',
    told: '',
  },
  {
    what: 'the same outcome on both sides',
    name: 'analysis.contrast',
    change: { against: [' ', '\n'] },
    code: 'contrast-overlaps',
    told: '↵',
  },
  {
    what: 'a weight outside its array',
    name: 'analysis.knockOut',
    change: { changes: [change, { ...change, row: 16 }] },
    code: 'weight-unknown',
    told: 'Wxh[16, 0]',
  },
  {
    what: 'a second column of a bias',
    name: 'analysis.knockOut',
    change: { changes: [{ ...change, parameter: 'bh', column: 1 }] },
    code: 'weight-unknown',
    told: '(16, 1)',
  },
  {
    what: 'a unit that there is not',
    name: 'analysis.hop',
    change: { unit: 16 },
    code: 'weight-unknown',
    told: 'bh[16, 0]',
  },
  {
    what: 'a context that there is not',
    name: 'analysis.context',
    change: { context: 1_000_000 },
    code: 'context-unknown',
    told: '',
  },
  {
    what: 'a snapshot that is gone',
    name: 'analysis.read',
    change: { source: { kind: 'snapshot', snapshotId: 'none/none.npz' }, jobId: 'gone' },
    code: 'snapshot-unknown',
    told: '',
  },
  {
    what: 'a text that is not in the lab',
    name: 'analysis.follows',
    change: { datasetId: 'nowhere' },
    code: 'dataset-unknown',
    told: '',
  },
]
/** What each operation needs besides; a request is strict about what else it has. */
const BASES: Partial<Record<OperationName, Record<string, unknown>>> = {
  'analysis.next': prompt,
  'analysis.read': {},
  'analysis.follows': { ...CONTEXTS, outcomes: ['\n', ' '] },
  'analysis.contrast': contrast,
  'analysis.hop': { ...CONTEXTS, ...SIDES },
  'analysis.knockOut': CONTEXTS,
  'analysis.context': CONTEXTS,
}

describe('an analysis refuses', () => {
  let lab: Lab
  let close: () => Promise<void>
  let asked: ReadingRequest
  let vocabulary: string[]

  beforeAll(async () => {
    ;({ lab, close } = await sharedLab())
    asked = await trainedOnPatterns(lab)
    vocabulary = valueOf(await lab.call('analysis.read', { ...asked, jobId: 'first' })).network.vocabulary
  })
  afterAll(() => close())

  async function onText(content: string): Promise<ReadingRequest> {
    return { ...asked, datasetId: valueOf(await lab.openTextFile(textFile(content))).id }
  }

  it.each(REFUSALS)('$what', async ({ name, change: changed, text, code, told }) => {
    const place = name === 'analysis.next' ? { source: asked.source } : text === undefined ? asked : await onText(text)
    const filled = changed.for === 'ALL' ? { ...changed, for: vocabulary } : changed
    const result = await lab.call(name as string, { ...place, ...BASES[name], ...filled })
    if (result.ok) throw new Error('it was answered')
    expect(result.error.code).toBe(code)
    for (const language of ['en', 'zh'] as const) {
      const sentence = errorMessage(result.error, language)
      expect(sentence).toContain(told)
      expect(sentence).not.toMatch(/[{}]/)
    }
  })

  it('a text whose file is gone', async () => {
    const file = textFile('ab:\nab: ')
    const { id } = valueOf(await lab.openTextFile(file))
    rmSync(file)
    expect(codeOf(await lab.call('analysis.read', { ...asked, datasetId: id, jobId: 'gone' }))).toBe('file-missing')
  })

  it.each([Number.NaN, Infinity, '0'])('%s as a weight', async (value) => {
    const changes = [{ ...change, value }]
    expect(codeOf(await lab.call('analysis.knockOut' as string, { ...asked, ...CONTEXTS, changes }))).toBe(
      'input-malformed',
    )
  })
})
