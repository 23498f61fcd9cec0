// `charscope convert` as users start it, and what the commands on files have in common; info.test.ts has the rest.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import { smallSnapshot } from '../../core/formats/small-snapshots.ts'
import { runCli, temporaryFolder } from './cli-process.ts'
import { smallSnapshotFile } from './small-snapshot.ts'

const cli = inject('cli')

function fileOf(name: string, fileName: string): string {
  const file = join(temporaryFolder(), fileName)
  writeFileSync(file, smallSnapshot(name).bytes)
  return file
}

describe('charscope convert', () => {
  it.each([
    ['Python 3: stored, npz', 'npz', 'pkl'],
    ['Python 2: ascii, pickle, protocol 0', 'pkl', 'npz'],
  ])('%s: every bit is kept', async (name, from, to) => {
    const file = fileOf(name, `snapshot.${from}`)
    const target = join(temporaryFolder(), `out.${to}`)
    const { code, stdout, stderr } = await runCli(cli, ['convert', file, target])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `saved as ${target}\n`, stderr: '' })
    const [before, after] = [file, target].map((path) => readSnapshot(new Uint8Array(readFileSync(path))))
    expect(after!.parameters).toEqual(before!.parameters)
    expect(after!.adagradMemory).toEqual(before!.adagradMemory)
    expect(after!.vocabulary.codePoints).toEqual(before!.vocabulary.codePoints)
  })

  it('says what a .pkl cannot hold', async () => {
    const file = smallSnapshotFile(new Map([['notes.md', Uint8Array.of(35)]]))
    const { code, stderr } = await runCli(cli, ['convert', file, join(temporaryFolder(), 'out.pkl')])
    expect(code).toBe(0)
    expect(stderr).toBe('charscope: a .pkl cannot hold notes.md; left out\n')
  })

  it('refuses an ending that it does not know and a place that is not there, and leaves nothing', async () => {
    const file = smallSnapshotFile()
    const ending = await runCli(cli, ['convert', file, join(dirname(file), 'out.h5')])
    expect(ending).toMatchObject({ code: 2, stdout: '', stderr: 'charscope: “out.h5” must end in .npz or .pkl.\n' })
    const place = await runCli(cli, ['convert', file, join(dirname(file), 'no/where.npz')])
    expect(place).toMatchObject({ code: 2, stdout: '' })
    expect(place.stderr).toMatch(/^charscope: “where\.npz” cannot be written \(ENOENT\)[^\n]*\n$/)
    expect(readdirSync(dirname(file))).toEqual(['small.npz'])
  })
})

describe('a hostile file', () => {
  const hostile = (): string => {
    const file = join(temporaryFolder(), 'hostile.pkl')
    writeFileSync(file, "cos\nsystem\n(S'touch charscope-was-here'\ntR.")
    return file
  }

  it.each(['info', 'sample', 'convert'])(
    '%s refuses a pickle that calls something by name, and runs nothing',
    async (command) => {
      const file = hostile()
      const target = `${file}.npz`
      const { code, stdout, stderr } = await runCli(cli, [command, file, ...(command === 'convert' ? [target] : [])])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(/^charscope: “hostile\.pkl” was not opened: it asks Python to call os\.system[^\n]+\n$/)
      expect(existsSync(target)).toBe(false)
      expect(existsSync('charscope-was-here')).toBe(false)
    },
  )
})
