// `charscope temperatures` as users start it: its texts are those of `charscope sample`, its figures those of the texts.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { textStatistics, wordsOf } from '#core/analysis/text-statistics.ts'
import type { TemperatureReport } from '#core/contract/temperatures.ts'
import { smallSnapshot } from '../../core/formats/small-snapshots.ts'
import course from '../../fixtures/rnn/course-sampling.json' with { type: 'json' }
import { runCli, textFile } from './cli-process.ts'

const COURSE_FOLDER = resolve(import.meta.dirname, '../../../../shared/data')
const COURSE_SNAPSHOT = resolve(COURSE_FOLDER, 'char-rnn-snapshot.npz')
const COURSE_TEXT = resolve(COURSE_FOLDER, 'shakespeare_train.txt')
const isCourseHere = existsSync(COURSE_SNAPSHOT) && existsSync(COURSE_TEXT)
if (!isCourseHere) console.warn('SKIPPED: the course’s files are not beside this checkout')

const SNAPSHOT = smallSnapshot('Python 3: stored, npz')
const CHARACTERS = SNAPSHOT.codePoints.map((codePoint) => String.fromCodePoint(codePoint))

const cli = inject('cli')

async function reportsOf(...argumentList: string[]): Promise<TemperatureReport[]> {
  const { code, stdout, stderr } = await runCli(cli, ['temperatures', ...argumentList, '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as TemperatureReport[]
}

describe('charscope temperatures', () => {
  it('writes at each temperature what `charscope sample` writes, and counts in it', async () => {
    const file = textFile(SNAPSHOT.bytes, 'small.npz')
    const known = `${CHARACTERS.join('')} ${CHARACTERS.slice(0, 2).join('')}`
    const text = textFile(known, 'known.txt')
    const options = ['--temperatures', '0, 0.5,1,100', '--length', '300', '--seed', '7', '--prompt', CHARACTERS[1]!]
    const reports = await reportsOf(file, ...options, '--text', text)
    expect(reports.map(({ temperature }) => temperature)).toEqual([0, 0.5, 1, 100])
    const sampled = reports.map(async ({ temperature }) => {
      const rule = ['--temperature', String(temperature), '--length', '300', '--seed', '7', '--prompt', CHARACTERS[1]!]
      const { stdout } = await runCli(cli, ['sample', file, ...rule, '--json'])
      return (JSON.parse(stdout) as { text: string }).text
    })
    for (const [i, completed] of (await Promise.all(sampled)).entries()) {
      expect(reports[i]!.text).toBe(completed)
      expect(reports[i]).toMatchObject({ ...textStatistics(completed, new Set(wordsOf(known))) })
    }
    const entropies = reports.map(({ entropyBits }) => entropyBits)
    expect(entropies[0]).toBe(0)
    expect(entropies).toEqual([...entropies].sort((a, b) => a - b))
    expect(entropies[3]).toBeLessThanOrEqual(Math.log2(CHARACTERS.length))
  })

  it('measures the entropy while writing where there is no text, and knows no words then', async () => {
    const reports = await reportsOf(textFile(SNAPSHOT.bytes, 'small.npz'))
    expect(reports.map(({ temperature }) => temperature)).toEqual([0.5, 1, 2, 5])
    for (const { entropyBits, entropyWhileWritingBits, wordsInText, text } of reports) {
      expect(entropyBits).toBe(entropyWhileWritingBits)
      expect(wordsInText).toBeNull()
      expect(Array.from(text)).toHaveLength(400)
    }
  })

  it('tells people the same in a table with the texts below', async () => {
    const { code, stdout } = await runCli(cli, ['temperatures', textFile(SNAPSHOT.bytes, 'small.npz')])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Temperature +entropy, bits +known words/)
    expect(stdout.match(/^--- temperature .* ---$/gm)).toHaveLength(4)
  })

  it.each([['-1'], ['warm'], ['1,,2'], ['101'], ['']])(
    'refuses the temperatures “%s” with a sentence',
    async (given) => {
      const file = textFile(SNAPSHOT.bytes, 'small.npz')
      const { code, stdout, stderr } = await runCli(cli, ['temperatures', file, `--temperatures=${given}`])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/--temperatures must be a number from 0 to 100, not “/)
    },
  )

  it('refuses what is no snapshot and a prompt that the network cannot read', async () => {
    const none = await runCli(cli, ['temperatures', textFile('no snapshot')])
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 2, stdout: '' })
    const snapshot = textFile(SNAPSHOT.bytes, 'small.npz')
    const unknown = await runCli(cli, ['temperatures', snapshot, '--prompt', '狐'])
    expect({ code: unknown.code, stdout: unknown.stdout }).toEqual({ code: 2, stdout: '' })
    expect(unknown.stderr).toContain('狐')
  })

  it.skipIf(!isCourseHere)('has NumPy’s entropies on the course’s snapshot and text', async () => {
    const options = ['--temperatures', course.temperatures.join(), '--text', COURSE_TEXT, '--length', '10']
    const reports = await reportsOf(COURSE_SNAPSHOT, ...options)
    reports.forEach(({ entropyBits }, i) => expect(entropyBits).toBeCloseTo(course.entropies[i]!, 9))
  })
})
