// The programs that the benchmark compares, each as a function that answers how fast it was. What is a user's program is
// run as the user runs it.
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { BUILT_CLI, ROOT, runCharscope, runPython, runReference } from './programs.mjs'

const RESTRUCTURED = join(ROOT, 'scripts/measuring/restructured_loop.py')
const PLAIN_PASS = join(ROOT, 'scripts/measuring/plain_pass.py')
/** A network that has learned much; one that has not is read with where it is not there. */
const COURSE_SNAPSHOT = resolve(ROOT, '../shared/data/char-rnn-snapshot.npz')
const BUNDLE_FOLDER = join(ROOT, 'node_modules/.cache/charscope-bench')
/** Some machines name an old processor to OpenBLAS, with which it is slower than it is. */
const NATIVE = { OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined }
const BUILT_FOLDER = dirname(BUILT_CLI)
const SAMPLED = 10_000
/** The first samples are written while the engine still compiles. */
const SAMPLES = 12

const iterationsPerSecond = ({ msPerIteration }) => 1000 / msPerIteration

async function textPassSpeeds() {
  const { module } = await runnerImport(join(ROOT, 'test/bundle.ts'))
  await module.bundle({ 'text-pass-speed': 'scripts/measuring/text-pass-speed.ts' }, BUNDLE_FOLDER)
  return import(pathToFileURL(join(BUNDLE_FOLDER, 'text-pass-speed.js')).href)
}

/** @param {import('./programs.mjs').Python | null} python @param {string} text path of the text */
export async function benchPrograms(python, text) {
  const { passSpeed, readingSpeed } = await textPassSpeeds()
  const snapshot = existsSync(COURSE_SNAPSHOT) ? COURSE_SNAPSHOT : null

  async function restructured(mode, options) {
    const { stdout } = await runPython(python, RESTRUCTURED, [mode, text, ...options], NATIVE)
    return JSON.parse(stdout)
  }

  function training(hidden, ours, theirs) {
    const options = (iterations) => ['--hidden', String(hidden), '--iterations', String(iterations)]
    const calm = ['--sample-every', '0']
    const kernel = (name, iterations) => async () =>
      iterationsPerSecond(
        (await runCharscope([text, ...options(iterations), ...calm, '--snapshot-every', '0', '--kernel', name]))
          .closing,
      )
    return {
      ...(python && {
        'reference script': async () =>
          iterationsPerSecond((await runReference(python, [text, ...options(theirs), ...calm], NATIVE)).closing),
        'restructured NumPy': async () => iterationsPerSecond(await restructured('train', options(theirs))),
      }),
      TypeScript: kernel('reference', theirs),
      'kernel without FMA': kernel('plain', ours),
      'kernel with FMA': kernel('fused', ours),
    }
  }

  function textPass(hidden) {
    const options = ['--hidden', String(hidden)]
    return {
      ...(python && {
        'NumPy, as the reference script': async () =>
          JSON.parse((await runPython(python, PLAIN_PASS, [text, ...options], NATIVE)).stdout).charactersPerSecond,
        'restructured NumPy': async () => (await restructured('read', options)).charactersPerSecond,
      }),
      TypeScript: async () => passSpeed(text, hidden, 'reference'),
      'kernel with FMA, one thread': async () => passSpeed(text, hidden, 'fused'),
      'the lab, two threads, with its sums': () => readingSpeed(BUILT_FOLDER, text, hidden, snapshot),
    }
  }

  /** Iterations that each begin with a long sample, whose time is nearly all of theirs. */
  function sampling(hidden) {
    const options = ['--hidden', String(hidden), '--iterations', String(SAMPLES), '--sample-every', '1']
    const all = [text, ...options, '--sample-length', String(SAMPLED)]
    const speedOf = ({ closing }) => (SAMPLES * SAMPLED) / closing.seconds
    return {
      ...(python && { 'reference script': async () => speedOf(await runReference(python, all, NATIVE)) }),
      TypeScript: async () => speedOf(await runCharscope([...all, '--kernel', 'reference'])),
      'kernel with FMA': async () => speedOf(await runCharscope(all)),
    }
  }

  return { training, textPass, sampling }
}
