import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readState, rememberState, writeState } from '../../../src/main/desktop/state-file.ts'

const schema = z.object({ folder: z.string() })

describe('a state file', () => {
  let folder: string
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'charscope-state-'))))
  afterAll(() => rm(folder, { recursive: true }))

  it('gives back what was written, in a folder that was not there, and leaves nothing else behind', async () => {
    const file = join(folder, 'new', 'state.json')
    writeState(file, { folder: 'a' })
    writeState(file, { folder: 'b' })
    expect(readState(file, schema)).toEqual({ folder: 'b' })
    expect(await readdir(join(folder, 'new'))).toEqual(['state.json'])
  })

  it.each(['', '{"folder"', '[]', 'null', '{"folder":3}'])('is not believed when it holds %s', async (text) => {
    const file = join(folder, 'broken.json')
    await writeFile(file, text)
    expect(readState(file, schema)).toBeNull()
  })

  it('need not be there, and need not be writable to go on', () => {
    expect(readState(join(folder, 'missing.json'), schema)).toBeNull()
    expect(() => rememberState(join(folder, 'broken.json', 'state.json'), {})).not.toThrow()
  })
})
