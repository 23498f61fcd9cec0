// `charscope train --snapshot` and `--resume` as users start them: what is saved, when, and that a run goes on from it
// to the same bits.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { readSnapshot } from '#core/formats/snapshot-reader.ts'
import type { Snapshot } from '#core/formats/snapshot.ts'
import { runCli, startCli, temporaryFolder, textFile } from './cli-process.ts'
import { jsonLines } from './json-lines.ts'
import { smallSnapshotFile } from './small-snapshot.ts'

const TEXT = 'the cat sat on the mat: and 床前明月光.\n'.repeat(30)
const SMALL = ['--hidden', '8', '--seq-length', '5', '--sample-length', '30', '--seed', '7']
const SAMPLES = ['--sample-every', '130', '--log-every', '1', '--json']
const ENDLESS = ['--iterations', '2000000000']

const cli = inject('cli')

function opened(file: string): Snapshot {
  return readSnapshot(new Uint8Array(readFileSync(file)))
}

/** All that decides how a run goes on; the seconds that it took do not. */
function stateOf(file: string) {
  const { parameters, adagradMemory, vocabulary, resume } = opened(file)
  const { iteration, position, smoothLoss, hprev, generator } = resume!
  return { parameters, adagradMemory, vocabulary, iteration, position, smoothLoss, hprev, generator }
}

async function train(...argumentList: string[]) {
  const ended = await runCli(cli, ['train', ...argumentList])
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return jsonLines<{ iteration?: number }>(ended.stdout).slice(0, -1)
}

describe('--resume', () => {
  it.each(['npz', 'pkl'])('to 1,000 from 500 is 1,000 straight through, to the last bit (.%s)', async (format) => {
    const text = textFile(TEXT)
    const [half, whole, straight] = ['half', 'whole', 'straight'].map((name) => `${dirname(text)}/${name}.${format}`)
    const everything = await train(text, ...SMALL, ...SAMPLES, '--iterations', '1000', '--snapshot', straight!)
    const first = await train(text, ...SMALL, ...SAMPLES, '--iterations', '500', '--snapshot', half!)
    const rest = await train(text, '--resume', half!, ...SAMPLES, '--iterations', '1000', '--snapshot', whole!)
    expect(stateOf(half!).iteration).toBe(500)
    expect(stateOf(whole!)).toEqual(stateOf(straight!))
    // Losses and samples, each as it was printed.
    expect([...first, ...rest]).toEqual(everything)
    expect(rest.filter((line) => 'sample' in line).map(({ iteration }) => iteration)).toEqual([520, 650, 780, 910])
  })

  it('takes settings from the snapshot, and those that are given instead', async () => {
    const text = textFile(TEXT)
    const [first, second] = ['first', 'second'].map((name) => join(dirname(text), `${name}.npz`))
    const flags = ['--learning-rate', '0.02', '--temperature', '1.5', '--iterations', '40', '--json']
    await train(text, ...SMALL, ...flags, '--snapshot', first!)
    const changes = ['--temperature', '0.5', '--iterations', '60', '--snapshot', second!, '--json']
    await train(text, '--resume', first!, ...changes)
    const { iteration, hyperparameters } = opened(second!).resume!
    expect(iteration).toBe(60)
    expect(hyperparameters).toMatchObject({ hiddenSize: 8, learningRate: 0.02, temperature: 0.5, sampleLength: 30 })
  })

  it('says what contradicts the snapshot, and that its target is reached', async () => {
    const text = textFile(TEXT)
    const file = join(dirname(text), 'snapshot.npz')
    await train(text, ...SMALL, '--iterations', '40', '--json', '--snapshot', file)
    const cases = [
      [['--hidden', '9'], /^charscope: --hidden is 9, but the snapshot has 8\./],
      [['--vocabulary', 'appearance'], /in an order of its own, which is not “appearance”/],
      [['--iterations', '40'], /reached its target of 40 iterations.*--iterations N/],
    ] as const
    for (const [flags, message] of cases) {
      const { code, stdout, stderr } = await runCli(cli, ['train', text, '--resume', file, ...flags])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(message)
      expect(stderr).toMatch(/^[^\n]+\n$/)
    }
    const same = ['--hidden', '8', '--vocabulary', 'sorted', '--seed', '7', '--iterations', '41', '--json']
    await train(text, '--resume', file, ...same)
  })

  it('begins at iteration 0 with a network that another program saved, and says with what', async () => {
    const text = textFile('a:a\n床a::\n\u0007'.repeat(10), 'bells.txt')
    const flags = ['--iterations', '3', '--seq-length', '4', '--sample-every', '0']
    const { code, stderr } = await runCli(cli, ['train', text, '--resume', smallSnapshotFile(), ...flags])
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^going on from iteration 0 of small\.npz: 7 hidden units, 5 characters; bells\.txt: 100 char/,
    )
  })

  it('says that the text is another one', async () => {
    const text = textFile(TEXT)
    const file = join(dirname(text), 'snapshot.npz')
    await train(text, ...SMALL, '--iterations', '40', '--json', '--snapshot', file)
    const other = textFile('the mat sat on the cat', 'other.txt')
    const { code, stderr } = await runCli(cli, ['train', other, '--resume', file, '--iterations', '50'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/^the snapshot was trained on another text; other\.txt is read from its start$/m)
  })
})

describe('--snapshot', () => {
  it('is there whole after every interval, and holds the last state when the run is interrupted', async () => {
    const text = textFile(TEXT)
    const file = join(temporaryFolder(), 'out.npz')
    const seen = new Set<number>()
    const flags = ['--snapshot', file, '--snapshot-every', '200', '--log-every', '1', '--json']
    const { child, ended } = startCli(cli, ['train', text, ...SMALL, ...ENDLESS, ...flags])
    const watcher = watch(dirname(file), () => {
      if (!existsSync(file)) return
      seen.add(opened(file).resume!.iteration)
      // A second signal would end it at once.
      if (seen.size >= 3 && !child.killed) child.kill('SIGINT')
    })
    const { code, stdout, stderr } = await ended
    watcher.close()
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
    expect([...seen].slice(0, 3).map((iteration) => iteration % 200)).toEqual([0, 0, 0])
    const closing = jsonLines<{ iterations: number }>(stdout).at(-1)!
    expect(opened(file).resume!.iteration).toBe(closing.iterations)
    expect(readdirSync(dirname(file))).toEqual([basename(file)])
  })

  it('tells people what was saved', async () => {
    const file = join(temporaryFolder(), 'out.pkl')
    const flags = ['--iterations', '20', '--sample-every', '0', '--snapshot', file]
    const { stderr } = await runCli(cli, ['train', textFile(TEXT), ...SMALL, ...flags])
    expect(stderr).toContain(`iteration 20 saved as ${file}\n`)
  })

  it.each([
    ['an ending that is none', 'out.txt', /must end in \.npz or \.pkl/],
    ['a folder that is not there', 'no/out.npz', /cannot be written \(ENOENT\)/],
    ['a place that is a folder', 'folder.npz', /cannot be written \(EISDIR\)/],
  ])('refuses %s before it trains', async (_, name, message) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.npz'))
    const { code, stdout, stderr } = await runCli(cli, ['train', textFile(TEXT), '--snapshot', join(folder, name)])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('that cannot be written any more is told once, and at the end; the run goes on', async () => {
    const text = textFile(TEXT)
    const folder = temporaryFolder()
    const flags = ['--snapshot', join(folder, 'out.npz'), '--snapshot-every', '100', '--iterations', '2000', '--json']
    const { child, ended } = startCli(cli, ['train', text, ...SMALL, ...flags, '--log-every', '1'])
    child.stdout.once('data', () => rmSync(folder, { recursive: true, force: true }))
    const { code, stdout, stderr } = await ended
    expect(code).toBe(1)
    expect(jsonLines<{ iterations: number }>(stdout).at(-1)!.iterations).toBe(2000)
    expect(stderr.match(/^charscope: “out\.npz” cannot be written \(ENOENT\).*$/gm)).toHaveLength(2)
  })
})
