// `charscope train` as users start it: its output against NumPy's, its order, and the ways in which it ends.
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { runCli, startCli, temporaryFolder, textFile } from './cli-process.ts'
import { jsonLines } from './json-lines.ts'

interface Fixture {
  text: string
  trajectory: {
    losses: number[]
    smoothLosses: number[]
    samples: { iteration: number; text: string }[]
  }
}
interface LossLine {
  iteration: number
  loss: number
  smoothLoss: number
}
interface SampleLine {
  iteration: number
  sample: string
}

const ENDLESS = ['--iterations', '2000000000']
const TINY = ['--hidden', '4', '--seq-length', '2', '--sample-length', '5']

const cli = inject('cli')

describe('--json', () => {
  it.each([
    { temperature: '1', clip: '5' },
    { temperature: '2', clip: '1' },
  ])('prints what NumPy computes and draws at temperature $temperature', async ({ temperature, clip }) => {
    const fixtureFile = `../../fixtures/rnn/small-network-temperature-${temperature}.json`
    const { text, trajectory } = JSON.parse(readFileSync(resolve(import.meta.dirname, fixtureFile), 'utf8')) as Fixture
    const flags = ['--hidden', '6', '--seq-length', '9', '--learning-rate', '0.001', '--temperature', temperature]
    const log = ['--iterations', '100', '--log-every', '1', '--sample-every', '25', '--sample-length', '40', '--json']
    const { code, stdout, stderr } = await runCli(cli, ['train', textFile(text), ...flags, '--clip', clip, ...log])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })

    const lines = jsonLines<LossLine | SampleLine>(stdout)
    const losses = lines.filter((line): line is LossLine => 'loss' in line)
    const samples = lines.filter((line): line is SampleLine => 'sample' in line)
    expect(losses.map(({ iteration }) => iteration)).toEqual(trajectory.losses.map((_, iteration) => iteration))
    const distance = (a: number, b: number): number => Math.abs(a - b) / b
    const lossDistances = losses.map(({ loss }, n) => distance(loss, trajectory.losses[n]!))
    const smoothLossDistances = losses.map(({ smoothLoss }, n) => distance(smoothLoss, trajectory.smoothLosses[n]!))
    expect(Math.max(...lossDistances, ...smoothLossDistances)).toBeLessThan(1e-12)
    expect(samples.map(({ iteration, sample }) => ({ iteration, text: sample }))).toEqual(trajectory.samples)
  })

  it('prints every sample once and before the loss of its iteration, however many come at once', async () => {
    const iterations = 3001
    const flags = [...TINY, '--iterations', String(iterations), '--log-every', '3', '--sample-every', '2', '--json']
    const { stdout } = await runCli(cli, ['train', textFile('one two three four five six'), ...flags])
    const expected: string[] = []
    for (let n = 0; n < iterations; n++) {
      if (n % 2 === 0) expected.push(`sample ${n}`)
      if (n % 3 === 0) expected.push(`loss ${n}`)
    }
    const lines = jsonLines<LossLine | SampleLine>(stdout).slice(0, -1)
    const kinds = lines.map((line) => `${'sample' in line ? 'sample' : 'loss'} ${line.iteration}`)
    expect(kinds).toEqual(expected)
  })

  it('has the keys of the reference in their order, and figures at the end that agree with each other', async () => {
    const flags = [...TINY, '--iterations', '50', '--sample-every', '50', '--json']
    const { stdout } = await runCli(cli, ['train', textFile('one two three'), ...flags])
    const lines = jsonLines<Record<string, number>>(stdout)
    expect(lines.map((line) => Object.keys(line))).toEqual([
      ['iteration', 'sample'],
      ['iteration', 'loss', 'smoothLoss'],
      ['done', 'iterations', 'seconds', 'msPerIteration', 'charactersPerSecond'],
    ])
    const { done, iterations, seconds, msPerIteration, charactersPerSecond } = lines[2]!
    expect({ done, iterations }).toEqual({ done: true, iterations: 50 })
    expect(msPerIteration).toBeCloseTo((1000 * seconds!) / 50, 9)
    expect(charactersPerSecond).toBeCloseTo(100 / seconds!, 3)
  })

  it('draws no sample with --sample-every 0', async () => {
    const flags = [...TINY, '--iterations', '5', '--log-every', '5', '--sample-every', '0', '--json']
    const { stdout } = await runCli(cli, ['train', textFile('one two three'), ...flags])
    expect(stdout).not.toContain('sample')
    expect(jsonLines(stdout)).toHaveLength(2)
  })
})

describe('for people', () => {
  it('prints samples and a closing line, and losses on standard error where it cannot draw a bar', async () => {
    const flags = [...TINY, '--iterations', '20', '--log-every', '10', '--sample-every', '10']
    const { code, stdout, stderr } = await runCli(cli, ['train', textFile('ab\r\nab\r\nab\r\n', 'pairs.txt'), ...flags])
    expect(code).toBe(0)
    expect(stdout.match(/^--- .* ---$/gm)).toEqual(['--- iteration 0 ---', '--- iteration 10 ---'])
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^20 iterations in \d/)
    expect(stderr).toContain('pairs.txt: 12 characters, 4 distinct, read as utf-8; 3 Windows line breaks')
    expect(stderr.match(/^iteration \d+: loss/gm)).toEqual(['iteration 0: loss', 'iteration 10: loss'])
  })

  it('speaks Chinese where the locale does, and leaves the keys of --json as they are', async () => {
    const flags = [...TINY, '--iterations', '5', '--sample-every', '0']
    const chinese = { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }
    const spoken = await runCli(cli, ['train', textFile('床前明月光'.repeat(3)), ...flags], chinese)
    expect(spoken.stdout).toMatch(/^5 次迭代，用时 /)
    const json = await runCli(cli, ['train', textFile('床前明月光'.repeat(3)), ...flags, '--json'], chinese)
    expect(jsonLines<object>(json.stdout).at(-1)).toMatchObject({ done: true, iterations: 5 })
  })

  it('keeps the run where it is told to', async () => {
    const folder = join(temporaryFolder(), 'lab')
    const flags = [...TINY, '--iterations', '5', '--data-folder', folder]
    await runCli(cli, ['train', textFile('one two three'), ...flags])
    const runs = await readdir(join(folder, 'runs'))
    expect(runs).toHaveLength(1)
    expect(await readdir(join(folder, 'runs', runs[0]!))).toContain('run.json')
  })
})

describe('the end', () => {
  it.each([
    { signal: 'SIGINT', expected: 130 },
    { signal: 'SIGTERM', expected: 143 },
  ] as const)('stops at $signal with a closing line and exit code $expected', async ({ signal, expected }) => {
    const { child, ended } = startCli(cli, ['train', textFile('one two three four'), ...TINY, ...ENDLESS, '--json'])
    child.stdout.once('data', () => child.kill(signal))
    const { code, stdout, stderr } = await ended
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' })
    const closing = jsonLines<{ done: boolean; iterations: number }>(stdout).at(-1)!
    expect(closing.done).toBe(true)
    expect(closing.iterations).toBeLessThan(2_000_000_000)
  })

  it('takes two signals at once for one', async () => {
    const { child, ended } = startCli(cli, ['train', textFile('one two three four'), ...TINY, ...ENDLESS])
    child.stdout.once('data', () => {
      child.kill('SIGINT')
      setTimeout(() => child.kill('SIGINT'), 20)
    })
    const { code, stdout } = await ended
    expect(code).toBe(130)
    expect(stdout).toMatch(/^stopped after [\d,]+ iterations/m)
  })

  it('ends without a word when nobody reads on', async () => {
    const flags = [...TINY, ...ENDLESS, '--log-every', '1', '--json']
    const { child, ended } = startCli(cli, ['train', textFile('one two three four'), ...flags])
    child.stdout.once('data', () => child.stdout.destroy())
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
    await ended.catch(() => undefined)
    expect(await closed).toBe(0)
  })

  it('fails with exit code 1 and the reason when the loss is not finite any more', async () => {
    const flags = ['--learning-rate', '100', '--temperature', '0.01', ...ENDLESS, '--json']
    const { code, stdout, stderr } = await runCli(cli, ['train', textFile('one two three four '.repeat(9)), ...flags])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^charscope: Training ended at iteration \d+: the loss is not a finite number.*\n$/)
    expect(stdout).not.toContain('done')
  })
})
