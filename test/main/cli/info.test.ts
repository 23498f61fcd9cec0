// `charscope info` as users start it: what it tells of a small snapshot whose content Python wrote, and what it refuses.
import { join } from 'node:path'
import { readdirSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { ARRAY_BYTES, DATA_SIZE, smallSnapshot } from '../../core/formats/small-snapshots.ts'
import { runCli, temporaryFolder, textFile } from './cli-process.ts'

const SNAPSHOT = smallSnapshot('Python 3: stored, npz')

const cli = inject('cli')

/** The entries of an array of the small network, from the bytes that Python wrote. */
function entriesOf(name: string): number[] {
  const bytes = Buffer.from(ARRAY_BYTES.get(name)!, 'hex')
  return Array.from({ length: bytes.length / 8 }, (_, i) => bytes.readDoubleLE(8 * i))
}

describe('charscope info', () => {
  it('tells as JSON what the file holds', async () => {
    const file = textFile(SNAPSHOT.bytes, 'small.npz')
    const { code, stdout, stderr } = await runCli(cli, ['info', file, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const info = JSON.parse(stdout) as Record<string, unknown> & { parameters: Record<string, { maximum: number }> }
    const characters = SNAPSHOT.codePoints.map((codePoint) => String.fromCodePoint(codePoint))
    expect(info).toMatchObject({
      file: 'small.npz',
      bytes: SNAPSHOT.bytes.length,
      hiddenSize: 3,
      vocabularySize: 5,
      vocabulary: characters,
      parameterCount: 3 * 5 + 3 * 3 + 5 * 3 + 3 + 5,
      iteration: null,
      dataSize: DATA_SIZE,
      settings: null,
      parameters: { Wxh: { shape: [3, 5] }, Whh: { shape: [3, 3] }, by: { shape: [5, 1] } },
    })
    for (const name of ['Wxh', 'Whh', 'Why', 'bh', 'by']) {
      expect(info.parameters[name]).toMatchObject({
        minimum: Math.min(...entriesOf(name)),
        maximum: Math.max(...entriesOf(name)),
      })
    }
  })

  it('tells people, in both languages', async () => {
    const file = textFile(SNAPSHOT.bytes, 'small.npz')
    const english = (await runCli(cli, ['info', file])).stdout
    expect(english).toMatch(/^small\.npz\n/)
    expect(english).toMatch(/Hidden units +3\n/)
    expect(english).toMatch(/Vocabulary +5 characters: /)
    expect(english).toMatch(/\n +Why +\(5, 3\) /)
    expect(english).toMatch(/\n +mby +\(5, 1\) /)
    const chinese = (await runCli(cli, ['info', file], { LC_ALL: 'zh_CN.UTF-8' })).stdout
    expect(chinese).toMatch(/隐藏单元 +3\n/)
  })

  it.each([
    ['a file that is not there', () => join(temporaryFolder(), 'none.npz'), /“none\.npz” is not there/],
    ['a folder', () => temporaryFolder(), /is a folder/],
    ['a text', () => textFile('one two three', 'text.npz'), /“text\.npz”/],
    ['a snapshot cut short', () => textFile(SNAPSHOT.bytes.subarray(0, 1000), 'cut.npz'), /“cut\.npz” ends too early/],
  ])('refuses %s in one line, with exit code 2', async (_, fileOf, message) => {
    const { code, stdout, stderr } = await runCli(cli, ['info', fileOf()])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^charscope: [^\n]+\n$/)
  })
})

it.each(['info', 'sample'])(
  'charscope %s leaves no trace: neither in the data folder of the lab nor among the temporary files',
  async (command) => {
    const [dataFolder, temporary] = [temporaryFolder(), temporaryFolder()]
    const environment = { CHARSCOPE_DATA: dataFolder, TMPDIR: temporary, TEMP: temporary }
    const { code } = await runCli(cli, [command, textFile(SNAPSHOT.bytes, 'small.npz')], environment)
    expect(code).toBe(0)
    expect(readdirSync(dataFolder)).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
  },
)
