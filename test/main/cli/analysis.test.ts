// The commands that analyse a snapshot, as users start them: their figures are those of the core, which is held against
// NumPy in test/core/analysis; in parity theirs are, too.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import type { ContextStates } from '#core/analysis/context-states.ts'
import { contrastEffects } from '#core/analysis/contrast.ts'
import { knockOut } from '#core/analysis/knock-out.ts'
import { masksOf, weightsUnderMask } from '#core/analysis/masks.ts'
import { pastMatters } from '#core/analysis/past-matters.ts'
import { activeUnits, readPrompt } from '#core/analysis/prompt-reading.ts'
import { randomKnockOuts } from '#core/analysis/random-knock-out.ts'
import { followsFigures } from '#core/analysis/what-follows.ts'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { endOf, expectNear, readAll, statesAfter } from '../../core/analysis/small-net.ts'
import { smallSnapshot } from '../../core/formats/small-snapshots.ts'
import { runCli, startCli, temporaryFolder, textFile } from './cli-process.ts'

const SNAPSHOT = smallSnapshot('Python 3: stored, npz')
const { parameters, sizes } = readSnapshot(SNAPSHOT.bytes)
const CHARACTERS = SNAPSHOT.codePoints.map((codePoint) => String.fromCodePoint(codePoint))
const INDICES = Array.from({ length: 400 }, (_, i) => (i * i + (i >> 3)) % CHARACTERS.length)
const TEXT = INDICES.map((index) => CHARACTERS[index]!).join('')
const TARGET = 2
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const cli = inject('cli')

const snapshotFile = (): string => textFile(SNAPSHOT.bytes, 'small.npz')
const plainText = (): string => textFile(TEXT, 'known.txt')

async function jsonOf<Value>(...argumentList: string[]): Promise<Value> {
  const { code, stdout, stderr } = await runCli(cli, [...argumentList, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Value
}

function targetStates(): ContextStates {
  return statesAfter(readAll(parameters, sizes, INDICES), parameters, sizes, TARGET)
}

type Shares = Record<string, number>
const inOrder = (shares: Shares): number[] => CHARACTERS.map((character) => shares[character]!)

describe('charscope next', () => {
  it.each([false, true])('tells what follows a prompt, its last character fed twice: %s', async (twice) => {
    const prompt = [1, 3, TARGET]
    const given = ['--prompt', prompt.map((index) => escaped(CHARACTERS[index]!)).join(''), '--temperature', '0.7']
    const told = await jsonOf<{
      probabilities: { character: string; probability: number }[]
      activeUnits: number
      hiddenSize: number
    }>('next', snapshotFile(), ...given, ...(twice ? ['--feed-last-twice'] : []))
    const { h, p } = readPrompt(parameters, sizes, prompt, 0.7, twice).at(-1)!
    const found = Object.fromEntries(told.probabilities.map(({ character, probability }) => [character, probability]))
    expectNear(inOrder(found), p)
    const values = told.probabilities.map(({ probability }) => probability)
    expect(values).toEqual([...values].sort((one, other) => other - one))
    expect(told).toMatchObject({ activeUnits: activeUnits(h, 0.5).length, hiddenSize: sizes.hiddenSize })
  })
})

describe('charscope follows', () => {
  it('tells what follows a character in the network and in the text', async () => {
    const told = await jsonOf<{
      character: string
      occurrences: number
      text: Shares
      model: Shares
      pastMattersBits: number
      accuracy: number
      baseRate: number
    }>('follows', snapshotFile(), escaped(CHARACTERS[TARGET]!), '--text', plainText())
    const counts: Shares = {}
    for (const [i, index] of INDICES.slice(0, -1).entries()) {
      if (index !== TARGET) continue
      const next = CHARACTERS[INDICES[i + 1]!]!
      counts[next] = (counts[next] ?? 0) + 1
    }
    const occurrences = Object.values(counts).reduce((sum, count) => sum + count)
    expect(told).toMatchObject({ character: CHARACTERS[TARGET], occurrences, text: counts })
    expect(told.baseRate).toBeCloseTo(Math.max(...Object.values(counts)) / occurrences, 12)
    const { outcomes } = followsFigures(targetStates().logits, sizes.vocabularySize, [])
    const means = outcomes.map(({ mean }) => mean)
    expectNear(inOrder(told.model), means, 1e-10)
    const row = pastMatters(readAll(parameters, sizes, INDICES), CHARACTERS).find(
      ({ character }) => character === CHARACTERS[TARGET],
    )!
    expectNear([told.pastMattersBits, told.accuracy], [row.bits, row.accuracy], 1e-10)
  })
})

describe('charscope past-matters', () => {
  it('ranks the characters of the text', async () => {
    const told = await jsonOf<{ character: string; occurrences: number; bits: number }[]>(
      'past-matters',
      snapshotFile(),
      '--text',
      plainText(),
    )
    const expected = pastMatters(readAll(parameters, sizes, INDICES), CHARACTERS)
    expect(told.map(({ character, occurrences }) => ({ character, occurrences }))).toEqual(
      expected.map(({ character, occurrences }) => ({ character, occurrences })),
    )
    expectNear(
      told.map(({ bits }) => bits),
      expected.map(({ bits }) => bits),
      1e-10,
    )
  })
})

describe('charscope explain', () => {
  const sides = ['--for', escaped(CHARACTERS[0]!) + escaped(CHARACTERS[3]!)]
  const character = escaped(CHARACTERS[TARGET]!)

  it('takes a contrast apart and knocks its strongest weights out', async () => {
    const told = await jsonOf<{
      contrast: number
      total: number
      sumOfEffects: number
      weights: { unit: number; effect: number; Wxh: number; WhyFor: number; WhyAgainst: number }[]
      knockOut: { count: number; before: Shares; after: Shares; random: { mean: Shares; low: Shares; high: Shares } }
    }>(
      ...['explain', snapshotFile(), character, ...sides, '--against', 'rest', '--text', plainText()],
      ...['--top', '2', '--knock-out', '2', '--seed', '5'],
    )
    const states = targetStates()
    const rest = [1, 2, 4]
    const { means, contrast, total } = contrastEffects(states, { for: [0, 3], against: rest }, 'character')
    expectNear([told.contrast, told.total, told.sumOfEffects], [contrast, total, total], 1e-9)
    const order = Array.from(means.keys()).sort((one, other) => means[other]! - means[one]!)
    expect(told.weights.map(({ unit }) => unit)).toEqual(order.slice(0, 2))
    for (const { unit, effect, Wxh, WhyFor, WhyAgainst } of told.weights) {
      const why = (outcome: number): number => parameters.Why[outcome * sizes.hiddenSize + unit]!
      expect(Wxh).toBe(parameters.Wxh[unit * sizes.vocabularySize + TARGET])
      const against = rest.reduce((sum, outcome) => sum + why(outcome), 0) / rest.length
      expectNear([effect, WhyFor, WhyAgainst], [means[unit]!, (why(0) + why(3)) / 2, against], 1e-10)
    }
    const changes = order.slice(0, 2).map((row) => ({ parameter: 'Wxh' as const, row, column: TARGET, value: 0 }))
    expect(told.knockOut.count).toBe(2)
    expectNear(inOrder(told.knockOut.before), knockOut(states, []), 1e-10)
    expectNear(inOrder(told.knockOut.after), knockOut(states, changes), 1e-10)
    const random = endOf(randomKnockOuts(states, 2, 100, 5))
    for (const figure of ['mean', 'low', 'high'] as const) {
      expectNear(inOrder(told.knockOut.random[figure]), random[figure], 1e-10)
    }
  })

  it('knocks nothing out unless it is asked to', async () => {
    const told = await jsonOf<{ knockOut: null; weights: unknown[] }>(
      ...['explain', snapshotFile(), character, ...sides, '--text', plainText()],
    )
    expect(told.knockOut).toBeNull()
    expect(told.weights).toHaveLength(sizes.hiddenSize)
  })

  it.each([
    ['nothing --for', ['--for', ''], /One side of the contrast has no outcome/],
    ['the same on both sides', ['--for', ':z', '--against', ':'], /: cannot be on both sides/],
    ['no --for', [], /--for CHARS is missing/],
    ['an unknown outcome', ['--for', '狐'], /does not know 狐/],
  ])('refuses %s', async (_, given, message) => {
    const { code, stdout, stderr } = await runCli(cli, [
      ...['explain', snapshotFile(), character, '--text', plainText()],
      ...given,
    ])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

describe('charscope masks', () => {
  const prompt = [0, 4, TARGET]
  const given = ['--prompt', prompt.map((index) => escaped(CHARACTERS[index]!)).join(''), '--threshold', '0.2']

  it('counts the weights under the masks and writes them', async () => {
    const csv = join(temporaryFolder(), 'weights.csv')
    const told = await jsonOf('masks', snapshotFile(), ...given, '--csv', csv)
    const masks = masksOf(readPrompt(parameters, sizes, prompt, 1, false), sizes.hiddenSize, 0.2)
    expect(told).toEqual({
      before: masks.before.length,
      after: masks.after.length,
      outcomes: masks.outcomes.map((outcome) => CHARACTERS[outcome]),
      WhhWeights: masks.counts.Whh,
      WhyWeights: masks.counts.Why,
    })
    const lines = (['Whh', 'Why'] as const).flatMap((name) =>
      [...weightsUnderMask(parameters, sizes, masks, name)].map(
        ({ row, column, value }) => `${name},${row},${column},${value}`,
      ),
    )
    expect(lines).toHaveLength(masks.counts.Whh + masks.counts.Why)
    expect(readFileSync(csv, 'utf8')).toBe(['parameter,row,column,value', ...lines, ''].join('\n'))
  })

  it('refuses a place where no file can be written', async () => {
    const csv = join(temporaryFolder(), 'none', 'weights.csv')
    const { code, stdout, stderr } = await runCli(cli, ['masks', snapshotFile(), ...given, '--csv', csv])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/“weights\.csv” cannot be written/)
  })
})

describe('every command that analyses', () => {
  const target = escaped(CHARACTERS[TARGET]!)
  const OF_PROMPTS = [['next'], ['masks']]
  const OF_TEXTS = [['past-matters'], ['follows', target], ['explain', target, '--for', escaped(CHARACTERS[0]!)]]

  it.each(OF_TEXTS)(
    '%s needs a text, knows which it lacks, and tells people in both languages',
    async (name, ...rest) => {
      const begun = [name, snapshotFile(), ...rest]
      const missing = await runCli(cli, begun)
      expect({ code: missing.code, stdout: missing.stdout }).toEqual({ code: 2, stdout: '' })
      expect(missing.stderr).toMatch(/--text FILE is missing/)

      const none = await runCli(cli, [...begun, '--text', join(temporaryFolder(), 'none.txt')])
      expect(none.stderr).toMatch(/“none\.txt” is not there/)

      const file = textFile(`狐${TEXT}犬`, 'partly.txt')
      const english = await runCli(cli, [...begun, '--text', file])
      expect(english.code).toBe(0)
      expect(english.stderr).toBe('partly.txt: 2 characters that the network does not know were left out: 狐 犬\n')
      expect(english.stdout).toMatch(/ not /)
      const chinese = await runCli(cli, [...begun, '--text', file], { LC_ALL: 'zh_CN.UTF-8' })
      expect(chinese.stdout).toMatch(/不/)
      for (const told of [english, chinese]) expect(told.stdout).not.toMatch(/[{}]|NaN|undefined/)
    },
  )

  it.each(OF_PROMPTS)('%s needs a prompt that the network knows, and tells people in both languages', async (name) => {
    const begun = [name!, snapshotFile()]
    expect((await runCli(cli, begun)).stderr).toMatch(/--prompt TEXT is missing/)
    const unknown = await runCli(cli, [...begun, '--prompt', '狐'])
    expect({ code: unknown.code, stdout: unknown.stdout }).toEqual({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('狐')
    for (const language of ['C', 'zh_CN.UTF-8']) {
      const { code, stdout } = await runCli(cli, [...begun, '--prompt', target], { LC_ALL: language })
      expect(code).toBe(0)
      expect(stdout).toMatch(/ not |不/)
      expect(stdout).not.toMatch(/[{}]|NaN|undefined/)
    }
  })

  it('refuses what is no snapshot, and a character that the text has not', async () => {
    const none = await runCli(cli, ['past-matters', textFile('no snapshot'), '--text', plainText()])
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 2, stdout: '' })
    const without = textFile(TEXT.replaceAll(CHARACTERS[TARGET]!, ''), 'without.txt')
    const absent = await runCli(cli, ['follows', snapshotFile(), target, '--text', without])
    expect({ code: absent.code, stdout: absent.stdout }).toEqual({ code: 2, stdout: '' })
    expect(absent.stderr).toMatch(/does not occur in “without\.txt”/)
  })

  it('ends at Ctrl+C while it reads, and leaves no trace', async () => {
    const [dataFolder, temporary] = [temporaryFolder(), temporaryFolder()]
    const environment = { CHARSCOPE_DATA: dataFolder, TMPDIR: temporary, TEMP: temporary }
    const text = textFile(TEXT.repeat(10_000), 'long.txt')
    const { child, ended } = startCli(cli, ['past-matters', snapshotFile(), '--text', text, '--json'], environment)
    await expect.poll(() => existsSync(temporary) && readdirSync(temporary).length, { timeout: 10_000 }).toBe(1)
    child.kill('SIGINT')
    const { code, stdout } = await ended
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(readdirSync(dataFolder)).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  })
})
