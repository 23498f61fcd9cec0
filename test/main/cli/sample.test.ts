// `charscope sample` as users start it, against what NumPy draws (test/fixtures/rnn/make_completion_fixtures.py).
import { describe, expect, inject, it } from 'vitest'
import { readFixture } from '../../core/training/fixtures.ts'
import { runCli, textFile } from './cli-process.ts'
import { smallSnapshotFile, textOfIndices } from './small-snapshot.ts'

interface Fixture {
  cases: { prompt: number[]; temperature: number; seed: number; feedLastTwice: boolean; drawn: number[] }[]
}

// The core is tested on all of them.
const { cases: all } = readFixture<Fixture>('completions.json')
const cases = [all[0]!, all[3]!, all[5]!, all[6]!]

const cli = inject('cli')

/** As it is typed in a shell. */
function escaped(text: string): string {
  return text
    .replace(/\n/g, '\\n')
    .replace(/\u0007/g, '\\x07')
    .replace(/床/g, '\\u5e8a')
}

describe('charscope sample', () => {
  it.each(cases)(
    'writes what NumPy draws after $prompt at temperature $temperature with seed $seed, fed twice: $feedLastTwice',
    async ({ prompt, temperature, seed, feedLastTwice, drawn }) => {
      const typed = ['--prompt', escaped(textOfIndices(prompt)), '--length', String(drawn.length)]
      const rule = ['--temperature', String(temperature), '--seed', String(seed)]
      const flags = [...typed, ...rule, ...(feedLastTwice ? ['--feed-last-twice'] : []), '--json']
      const { code, stdout, stderr } = await runCli(cli, ['sample', smallSnapshotFile(), ...flags])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const expected = { prompt: textOfIndices(prompt), text: textOfIndices(drawn), temperature, seed }
      expect(stdout).toBe(`${JSON.stringify(expected)}\n`)
    },
  )

  it('begins with a newline when it is given no prompt, and writes 400 characters', async () => {
    const snapshot = smallSnapshotFile()
    const empty = await runCli(cli, ['sample', snapshot, '--prompt', '', '--json'])
    const newline = await runCli(cli, ['sample', snapshot, '--prompt', '\\n', '--json'])
    const [first, second] = [empty, newline].map(({ stdout }) => JSON.parse(stdout) as { prompt: string; text: string })
    expect([first!.prompt, second!.prompt]).toEqual(['', '\n'])
    expect(first!.text).toBe(second!.text)
    expect(Array.from(first!.text)).toHaveLength(400)
  })

  it('writes prompt and text for people, with nothing in it that steers the terminal', async () => {
    const { stdout } = await runCli(cli, ['sample', smallSnapshotFile(), '--prompt', '床:', '--temperature', '5'])
    expect(stdout).toMatch(/^床:/)
    expect(stdout).toContain('␇')
    expect(stdout).not.toContain('\u0007')
  })

  it('names a character that the network does not know, and leaves it out when asked to', async () => {
    const snapshot = smallSnapshotFile()
    const refused = await runCli(cli, ['sample', snapshot, '--prompt', 'a\\t月 a'])
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toMatch(/^charscope: The snapshot does not know ⇥ 月 ␣\. .*--skip-unknown.*\n$/)
    const skipped = await runCli(cli, ['sample', snapshot, '--prompt', 'a\\t月 a', '--skip-unknown', '--json'])
    expect(skipped.stderr).toMatch(/^charscope: left out[^\n]*: ⇥ 月 ␣\n$/)
    const known = await runCli(cli, ['sample', snapshot, '--prompt', 'aa', '--json'])
    const text = (output: string): string => (JSON.parse(output) as { text: string }).text
    expect(text(skipped.stdout)).toBe(text(known.stdout))
  })

  it('says what is wrong with a file that is no snapshot', async () => {
    const { code, stdout, stderr } = await runCli(cli, ['sample', textFile('just a text')], { LC_ALL: 'zh_CN.UTF-8' })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^charscope: “text\.txt”不是快照。[^\n]*\n$/)
  })
})
