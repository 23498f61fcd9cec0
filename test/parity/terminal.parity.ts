// The terminal on the course's snapshot and the report's text, against NumPy: what `charscope sample` writes, and a run
// that goes on from a file. Skipped where there is no NumPy, or where the course's data are not beside this checkout.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { KERNELS } from '#core/contract/kernels.ts'
import { runCli, temporaryFolder } from '../main/cli/cli-process.ts'
import { jsonLines } from '../main/cli/json-lines.ts'
import { jsonFromPython, python } from './python.ts'

const DATA = resolve(import.meta.dirname, '../../../shared/data')
const SNAPSHOT = resolve(DATA, 'char-rnn-snapshot.npz')
const TEXT = resolve(DATA, 'shakespeare_train.txt')
const LENGTH = 400

const canRun = python !== undefined && existsSync(SNAPSHOT) && existsSync(TEXT)
if (!canRun) console.warn('SKIPPED: the terminal was not held against NumPy (no NumPy, or no course data beside this)')

const script = (name: string): string => resolve(import.meta.dirname, name)

const cli = inject('cli')

async function outputOf(...argumentList: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(cli, argumentList)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe.skipIf(!canRun)('charscope sample on the course’s snapshot', () => {
  it.each([
    { seed: 0, prompt: '' },
    { seed: 0, prompt: 'test of an apple:' },
  ])(
    `writes NumPy’s ${LENGTH} characters after “$prompt” with seed $seed at 0.5, 1 and 2`,
    async ({ seed, prompt }) => {
      const temperatures = [0.5, 1, 2]
      const asked = [prompt, LENGTH, seed, ...temperatures].map(String)
      const expected = jsonFromPython<string[]>(script('sample_snapshot.py'), SNAPSHOT, ...asked)
      for (const [i, temperature] of temperatures.entries()) {
        const flags = ['--prompt', prompt, '--seed', String(seed), '--temperature', String(temperature)]
        const { text } = JSON.parse(await outputOf('sample', SNAPSHOT, ...flags, '--json')) as { text: string }
        expect(Array.from(text)).toHaveLength(LENGTH)
        expect(text).toBe(expected[i])
      }
    },
  )
})

describe.skipIf(!canRun)('a run on the report’s text', () => {
  it.each(KERNELS)('goes on from 500 to 1,000 as if it had never stopped, by the kernel “%s”', async (kernel) => {
    const folder = temporaryFolder()
    const [half, whole, straight] = ['half', 'whole', 'straight'].map((name) => join(folder, `${name}.npz`))
    const train = async (iterations: number, snapshot: string, ...more: string[]) => {
      const flags = ['--iterations', String(iterations), '--snapshot', snapshot, '--kernel', kernel, '--log-every', '1']
      const { stdout } = await runCli(cli, ['train', TEXT, ...flags, ...more, '--json'])
      return jsonLines<object>(stdout).slice(0, -1)
    }
    const everything = await train(1000, straight!)
    const first = await train(500, half!)
    const rest = await train(1000, whole!, '--resume', half!)
    // Every loss and every sample as printed: 1,000 iterations, a sample each hundred.
    expect(everything).toHaveLength(1010)
    expect([...first, ...rest]).toEqual(everything)
    const sameBits = jsonFromPython<Record<string, boolean>>(script('compare_snapshots.py'), whole!, straight!)
    // Among the hyperparameters are the seconds that it took.
    const { hyperparameters, ...others } = sameBits
    expect(hyperparameters).toBeDefined()
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining(['Wxh', 'Whh', 'Why', 'bh', 'by', 'mWxh', 'mby', 'hprev']),
    )
    expect(Object.entries(others).filter(([, same]) => !same)).toEqual([])
    // The comparison sees a difference where there is one.
    const halfWay = jsonFromPython<Record<string, boolean>>(script('compare_snapshots.py'), half!, straight!)
    expect(halfWay).toMatchObject({ Wxh: false, hprev: false, iteration: false, chars: true })
  })
})
