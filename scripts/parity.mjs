// Compares what `charscope train` prints, and what the core computes, with the report's loop in NumPy. Says what it
// compared and how close it came; what cannot run here counts as skipped. Exit code 1 when anything disagrees.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { firstDisagreement, worstDifference } from './measuring/comparison.mjs'
import { ensureFreshBuild } from './measuring/fresh-build.mjs'
import { findReference, REPORT_TEXT, ROOT, runCharscope, runReference } from './measuring/programs.mjs'
import { ScoreBoard } from './measuring/score-board.mjs'
import { compareCoreWithNumpy } from './measuring/core-traces.mjs'

const LOSS_LIMIT = 1e-12
const BUNDLED_TEXTS = ['chronicle-play.txt', 'patterns.txt', 'chinese-sentences.txt'].map((name) =>
  join(ROOT, 'resources/datasets', name),
)
const SEEDS = [0, 1, 42, 20_151_021, 4_294_967_295]
const CALM = ['--learning-rate', '0.001', '--iterations', '100', '--log-every', '1', '--sample-every', '25']
const LONG_RUN = ['--iterations', '10001', '--log-every', '10000', '--sample-every', '0']
/** Smooth loss at iteration 10,000 of the report's settings: trajectories part early at this learning rate. */
const LONG_RUN_RANGE = [52.5, 55.5]

const board = new ScoreBoard()

/** Runs both programs with the same options. */
async function both(python, options) {
  const [theirs, ours] = await Promise.all([runReference(python, options), runCharscope(options)])
  return { ours, theirs }
}

const lossValues = ({ losses }) => losses.flatMap(({ iteration, loss, smoothLoss }) => [iteration, loss, smoothLoss])

function compareSamples(name, ours, theirs) {
  const texts = ({ samples }) => samples.map(({ iteration, sample }) => `${iteration}:${sample}`).join('\n')
  const disagreement = firstDisagreement(texts(ours), texts(theirs))
  const characters = ours.samples.reduce((sum, { sample }) => sum + sample.length, 0)
  const figures = disagreement ?? `${characters} characters, all equal`
  board.row(disagreement === null && characters > 0 ? 'passed' : 'failed', name, figures)
}

async function compareCalmRun(python, name, options) {
  const { ours, theirs } = await both(python, [...options, ...CALM])
  const first = ({ losses }) => [losses[0].loss, losses[0].smoothLoss]
  board.atMost(`${name}: first loss`, worstDifference(first(ours), first(theirs)), LOSS_LIMIT)
  board.atMost(`${name}: 100 losses`, worstDifference(lossValues(ours), lossValues(theirs)), LOSS_LIMIT)
  compareSamples(`${name}: samples at 0, 25, 50, 75`, ours, theirs)
}

async function compareTexts(python, texts, folder) {
  board.section('100 iterations at learning rate 0.001: greatest relative difference')
  for (const text of texts) {
    for (const temperature of ['1', '2']) {
      const name = `${basename(text)}, temperature ${temperature}`
      await compareCalmRun(python, name, [text, '--temperature', temperature])
    }
  }
  const sizes = ['--hidden', '37', '--seq-length', '13', '--seed', '7']
  await compareCalmRun(python, `${basename(texts[0])}, H=37, T=13, seed 7`, [texts[0], ...sizes])
  const short = join(folder, 'short.txt')
  await writeFile(short, (await readFile(texts[0])).subarray(0, 1000))
  await compareCalmRun(python, 'a text of 1,000 bytes, read twice over', [short])
}

async function compareSeeds(python, texts) {
  board.section('Samples before the first iteration')
  for (const text of texts) {
    for (const seed of SEEDS) {
      const options = [text, '--seed', String(seed), '--iterations', '1', '--sample-length', '500']
      const { ours, theirs } = await both(python, options)
      compareSamples(`${basename(text)}, seed ${seed}`, ours, theirs)
    }
  }
}

/** Without Python our own figures can still be held against the expected ones. */
async function checkLongRun(python) {
  board.section('The report’s settings on its text (H=100, learning rate 0.1)')
  if (!existsSync(REPORT_TEXT)) {
    board.row('skipped', 'smooth loss at 0 and 10,000', 'shakespeare_train.txt is not beside this checkout')
    return
  }
  const options = [REPORT_TEXT, ...LONG_RUN]
  const [ours, theirs] = await Promise.all([runCharscope(options), python ? runReference(python, options) : null])
  const at = (output, iteration) => output?.losses.find((line) => line.iteration === iteration)?.smoothLoss ?? NaN
  const figures = (iteration) =>
    `ours ${at(ours, iteration).toFixed(4)}` + (theirs ? `, the reference ${at(theirs, iteration).toFixed(4)}` : '')
  const starts = Math.abs(at(ours, 0) - 103.178) < 0.001
  board.row(starts ? 'passed' : 'failed', 'smooth loss at 0: 103.178', figures(0))
  const [least, most] = LONG_RUN_RANGE
  const arrives = at(ours, 10_000) >= least && at(ours, 10_000) <= most
  board.row(arrives ? 'passed' : 'failed', `smooth loss at 10,000: ${least} to ${most}`, figures(10_000))
}

async function compareWithReference(python, folder) {
  const texts = [...BUNDLED_TEXTS, REPORT_TEXT].filter((text) => existsSync(text))
  if (!texts.includes(REPORT_TEXT)) board.row('skipped', 'shakespeare_train.txt', 'it is not beside this checkout')
  await compareTexts(python, texts, folder)
  await compareSeeds(python, [texts[0], texts.at(-1)])
  board.section(
    'Single iterations of the core from NumPy’s states: greatest difference of an entry, relative to NumPy’s entry in the\n' +
      'first iteration, relative to the array’s greatest entry in the next ones',
  )
  await compareCoreWithNumpy(python, board, texts.at(-1), folder)
}

ensureFreshBuild()
const folder = await mkdtemp(join(tmpdir(), 'charscope-parity-'))
try {
  const reference = await findReference()
  if ('python' in reference) {
    console.log(
      `NumPy ${reference.python.numpyVersion}${reference.python.openBlas ? ' with OpenBLAS' : ''}, Node ${process.version}`,
    )
    await compareWithReference(reference.python, folder)
  } else {
    board.row('skipped', 'EVERYTHING THAT NEEDS THE REFERENCE', reference.missing)
  }
  await checkLongRun('python' in reference ? reference.python : null)
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = board.conclude()
