// Compares the core's own functions, not its printed losses, with NumPy: bundles the comparison of test/parity, lets
// NumPy write down the states and results of a few iterations, and runs the one on the other.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { REFERENCE_SCRIPT, ROOT, runPython } from './programs.mjs'

const PARITY_FOLDER = join(ROOT, 'test/parity')
const BUNDLE_FOLDER = join(ROOT, 'node_modules/.cache/charscope-parity')
const LIMIT = 1e-10
const CASES = [
  { seed: 0, temperature: 1 },
  { seed: 1, temperature: 1 },
  { seed: 0, temperature: 2 },
]

async function bundleComparison() {
  const { module } = await runnerImport(join(ROOT, 'test/bundle.ts'))
  await module.bundle({ 'trace-comparison': 'test/parity/trace-comparison.ts' }, BUNDLE_FOLDER)
  return await import(pathToFileURL(join(BUNDLE_FOLDER, 'trace-comparison.js')).href)
}

/**
 * @param {import('./programs.mjs').Python} python
 * @param {import('./score-board.mjs').ScoreBoard} board
 * @param {string} text path of the text
 * @param {string} folder where NumPy may write
 */
export async function compareCoreWithNumpy(python, board, text, folder) {
  const { compareTrace, KERNELS } = await bundleComparison()
  for (const { seed, temperature } of CASES) {
    const trace = join(folder, `trace-${seed}-${temperature}`)
    const options = [text, trace, REFERENCE_SCRIPT, '--seed', String(seed), '--temperature', String(temperature)]
    await runPython(python, join(PARITY_FOLDER, 'write_trace.py'), options)
    for (const kernel of KERNELS) {
      const title = `${kernel}, seed ${seed}, temperature ${temperature}`
      const differences = compareTrace(trace, text, kernel)
      if (!differences) board.row('skipped', title, 'this machine does not have this kernel')
      for (const { name, difference } of differences ?? []) board.atMost(`${title}: ${name}`, difference, LIMIT)
    }
  }
}
