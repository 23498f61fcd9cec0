// The control of the hostile pickles of test/fixtures/formats: Python, loading them, does run what they call. Charscope,
// started in the same place, does not. Skipped where there is no Python with NumPy.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import ofPython2 from '../fixtures/formats/python-2-hostile.json' with { type: 'json' }
import ofPython3 from '../fixtures/formats/python-3-hostile.json' with { type: 'json' }
import { fromBase64 } from '../core/formats/tagged.ts'
import { temporaryFolder } from '../main/cli/cli-process.ts'
import { python } from './python.ts'

const MARK = 'charscope-was-here'
const CALLING = new Set(['a call of os.system', 'the same inside a snapshot'])
const LOAD = 'import pickle, sys; pickle.load(open(sys.argv[1], "rb"), encoding="latin1")'

const canRun = python !== undefined && process.platform !== 'win32'
if (!canRun) console.warn('SKIPPED: no Python loaded the hostile pickles')

const cases = Object.entries({ 'Python 2': ofPython2, 'Python 3': ofPython3 }).flatMap(([writer, all]) =>
  all
    .filter(({ name }) => CALLING.has(name))
    .map(({ name, pickles }) => ({ writer, name, pickles: Object.entries(pickles as Record<string, string>) })),
)

const cli = inject('cli')

describe.skipIf(!canRun)('a pickle by', () => {
  it.each(cases)('$writer with $name does it in Python, and not here', ({ pickles }) => {
    const cwd = temporaryFolder()
    const mark = join(cwd, MARK)
    for (const [how, pickle] of pickles) {
      const file = join(cwd, 'hostile.pkl')
      writeFileSync(file, fromBase64(pickle))
      // What it answers does not matter: the call is over by then.
      spawnSync(python!, ['-c', LOAD, file], { cwd })
      expect(existsSync(mark), how).toBe(true)
      rmSync(mark)
      const { status, stderr } = spawnSync(process.execPath, [cli, 'info', file], { cwd, encoding: 'utf8' })
      expect({ how, status }).toEqual({ how, status: 2 })
      expect(stderr).toMatch(/asks Python to call \S+system/)
      expect(existsSync(mark), how).toBe(false)
    }
  })
})
