// The programs that the benchmark compares, each as a function that answers how fast it was. What is a user's program is
// run as the user runs it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { ROOT, runCharscope, runPython, runReference } from './programs.mjs'

const RESTRUCTURED = join(ROOT, 'scripts/measuring/restructured_loop.py')
const BUNDLE_FOLDER = join(ROOT, 'node_modules/.cache/charscope-bench')
/** Some machines name an old processor to OpenBLAS, with which it is slower than it is. */
const NATIVE = { OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined }
const SAMPLED = 10_000

const iterationsPerSecond = ({ msPerIteration }) => 1000 / msPerIteration

async function textPassSpeed() {
  const { module } = await runnerImport(join(ROOT, 'test/bundle.ts'))
  await module.bundle({ 'text-pass-speed': 'scripts/measuring/text-pass-speed.ts' }, BUNDLE_FOLDER)
  return (await import(pathToFileURL(join(BUNDLE_FOLDER, 'text-pass-speed.js')).href)).textPassSpeed
}

/** @param {import('./programs.mjs').Python | null} python @param {string} text path of the text */
export async function benchPrograms(python, text) {
  const readText = await textPassSpeed()

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
    return {
      ...(python && {
        NumPy: async () => (await restructured('read', ['--hidden', String(hidden)])).charactersPerSecond,
      }),
      TypeScript: async () => readText(text, hidden, 'reference'),
      'kernel with FMA': async () => readText(text, hidden, 'fused'),
    }
  }

  /** One iteration that begins with a long sample, whose time is nearly all of it. */
  function sampling(hidden) {
    const options = ['--hidden', String(hidden), '--iterations', '1', '--sample-every', '1']
    const all = [text, ...options, '--sample-length', String(SAMPLED)]
    const speedOf = ({ closing }) => SAMPLED / closing.seconds
    return {
      ...(python && { 'reference script': async () => speedOf(await runReference(python, all, NATIVE)) }),
      TypeScript: async () => speedOf(await runCharscope([...all, '--kernel', 'reference'])),
      'kernel with FMA': async () => speedOf(await runCharscope(all)),
    }
  }

  return { training, textPass, sampling }
}
