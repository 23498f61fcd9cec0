// The two programs that are compared, each run as its user runs it: the reference script under Python with NumPy, and
// the built `charscope train`. Both print one JSON object a line with the same keys.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const ROOT = resolve(import.meta.dirname, '../..')
export const BUILT_CLI = join(ROOT, 'out/main/cli.js')
/** The report's loop in NumPy; it lies beside this repository, where there is one. */
export const REFERENCE_SCRIPT = resolve(ROOT, '../shared/reference/min_char_rnn.py')
/** The report's text, likewise. */
export const REPORT_TEXT = resolve(ROOT, '../shared/data/shakespeare_train.txt')

/** The system's own first: it is the one that Debian's python3-numpy and OpenBLAS belong to. */
const PYTHONS = ['/usr/bin/python3', 'python3']
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024

/** Which BLAS is loaded can only be seen in the memory map, and only on Linux. */
const DESCRIBE_NUMPY = `
import json, numpy, os
numpy.dot(numpy.ones((2, 2)), numpy.ones((2, 2)))
maps = open('/proc/self/maps').read() if os.path.exists('/proc/self/maps') else ''
print(json.dumps({'numpyVersion': numpy.__version__, 'openBlas': 'openblas' in maps}))`

/**
 * @typedef {{ command: string, numpyVersion: string, openBlas: boolean }} Python
 * @typedef {{ iteration: number, loss: number, smoothLoss: number }} LossLine
 * @typedef {{ iteration: number, sample: string }} SampleLine
 * @typedef {{ losses: LossLine[], samples: SampleLine[], closing: { seconds: number, msPerIteration: number } }} Output
 */

/** @returns {Promise<Python | null>} the first Python that has NumPy */
async function findPython() {
  for (const command of PYTHONS) {
    try {
      const { stdout } = await run(command, ['-c', DESCRIBE_NUMPY])
      return { command, ...JSON.parse(stdout) }
    } catch {
      continue
    }
  }
  return null
}

/** @returns {Promise<{ python: Python } | { missing: string }>} the reference, or what it lacks in a sentence */
export async function findReference() {
  if (!existsSync(REFERENCE_SCRIPT))
    return { missing: 'the reference script min_char_rnn.py is not beside this checkout' }
  const python = await findPython()
  return python
    ? { python }
    : { missing: 'there is no python3 with NumPy (Debian: python3-numpy, libopenblas0-pthread)' }
}

/** @param {string} stdout @returns {Output} */
function readLines(stdout) {
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return {
    losses: lines.filter((line) => 'loss' in line),
    samples: lines.filter((line) => 'sample' in line),
    closing: lines.at(-1),
  }
}

/**
 * Any script, on one thread.
 *
 * @param {Python} python
 * @param {string} script
 * @param {readonly string[]} options
 * @param {NodeJS.ProcessEnv} changes to the environment; undefined takes a variable away
 */
export async function runPython(python, script, options, changes = {}) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1', ...changes }
  return await run(python.command, [script, ...options], { env, maxBuffer: OUTPUT_LIMIT_BYTES })
}

/**
 * @param {Python} python
 * @param {readonly string[]} options file and flags
 * @returns {Promise<Output>}
 */
export async function runReference(python, options, changes = {}) {
  const { stdout } = await runPython(python, REFERENCE_SCRIPT, options, changes)
  return readLines(stdout)
}

/**
 * Runs in a data folder of its own, which is removed again.
 *
 * @param {readonly string[]} options file and flags
 * @param {readonly string[]} nodeOptions
 * @returns {Promise<Output>}
 */
export async function runCharscope(options, nodeOptions = []) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'charscope-measuring-'))
  try {
    const command = [
      ...nodeOptions,
      BUILT_CLI,
      'train',
      ...options,
      '--json',
      '--encoding',
      'bytes',
      '--data-folder',
      dataFolder,
    ]
    const { stdout } = await run(process.execPath, command, { maxBuffer: OUTPUT_LIMIT_BYTES })
    return readLines(stdout)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}
