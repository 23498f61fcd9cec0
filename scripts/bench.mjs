// How fast a training iteration is, next to the report's loop in NumPy on the same machine in the same minutes:
// `npm run bench`, with `-- --all` for the larger networks, `-- --rounds N`, `-- --json` for one JSON object alone.
// `-- --panes` measures instead how free the lab stays while eight panes write at full speed beside a run, for
// `--minutes N`. Each program's own figure for its milliseconds an iteration is taken, so that starting up does not count.
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureFreshBuild } from './measuring/fresh-build.mjs'
import { measurePanes } from './measuring/panes.mjs'
import { findReference, REPORT_TEXT, ROOT, runCharscope, runReference } from './measuring/programs.mjs'

/** Iterations a round are such that a round takes some seconds. */
const NETWORKS = [
  { hidden: 100, iterations: 3000, always: true },
  { hidden: 250, iterations: 800, always: false },
  { hidden: 512, iterations: 250, always: false },
]
const LEAST_ROUNDS = 5

const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    panes: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '1' },
    rounds: { type: 'string', default: String(LEAST_ROUNDS) },
  },
})
const rounds = Math.max(LEAST_ROUNDS, Number.parseInt(values.rounds, 10) || LEAST_ROUNDS)

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The two take turns, so that a machine that slows down slows both. */
async function measure(python, text, { hidden, iterations }) {
  const options = [text, '--hidden', String(hidden), '--iterations', String(iterations), '--sample-every', '0']
  const referenceMs = []
  const charscopeMs = []
  for (let round = 0; round < rounds; round++) {
    if (python) referenceMs.push((await runReference(python, options)).closing.msPerIteration)
    charscopeMs.push((await runCharscope(options)).closing.msPerIteration)
  }
  const ratios = referenceMs.map((ms, round) => ms / charscopeMs[round])
  return {
    hidden,
    iterations,
    charscopeMs,
    charscopeMedianMs: median(charscopeMs),
    ...(python ? { referenceMs, referenceMedianMs: median(referenceMs), ratios, medianRatio: median(ratios) } : {}),
  }
}

const milliseconds = (ms) => `${ms.toFixed(3)} ms`

function describe({ hidden, iterations, charscopeMs, charscopeMedianMs, ...pair }) {
  const lines = [`hidden ${hidden}, ${iterations} iterations a round, median of ${charscopeMs.length} rounds`]
  if (pair.referenceMs) lines.push(`  reference  ${milliseconds(pair.referenceMedianMs)} an iteration`)
  lines.push(`  charscope  ${milliseconds(charscopeMedianMs)} an iteration`)
  if (pair.referenceMs) {
    const each = pair.ratios.map((ratio) => ratio.toFixed(2)).join(' ')
    lines.push(`  charscope is ${pair.medianRatio.toFixed(2)} times as fast (pair by pair: ${each})`)
  }
  return lines.join('\n')
}

async function benchPanes() {
  const seconds = (value) => `${value.toFixed(0)} s`
  const memory = ({ residentMebibytes, heapMebibytes }) =>
    `${residentMebibytes.toFixed(0)} MiB resident, ${heapMebibytes.toFixed(0)} MiB heap`
  const result = await measurePanes({
    minutes: Number.parseFloat(values.minutes) || 1,
    onMeasured: (measured) =>
      values.json ||
      console.log(`${seconds(measured.seconds)}: delay p99 ${milliseconds(measured.p99Ms)}, ${memory(measured)}`),
  })
  if (values.json) return console.log(JSON.stringify(result))
  console.log(`\n${result.panes} panes at full speed beside a training run, ${result.minutes} minutes`)
  console.log(
    `  event-loop delay, a timer of 5 ms included: p99 ${milliseconds(result.p99Ms)} in the worst ten seconds,`,
  )
  console.log(`    longest ${milliseconds(result.longestMs)}`)
  console.log(`  ${result.charactersPerSecond.toFixed(0)} characters a second in all panes together`)
  console.log(`  the run trained ${result.iterationsPerSecond.toFixed(0)} iterations a second meanwhile`)
}

ensureFreshBuild()
if (values.panes) {
  await benchPanes()
  process.exit()
}
const reference = await findReference()
const python = 'python' in reference ? reference.python : null
const text = existsSync(REPORT_TEXT) ? REPORT_TEXT : join(ROOT, 'resources/datasets/chronicle-play.txt')
const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  threads: cpus().length,
  node: process.version,
  numpy: python && python.numpyVersion,
  openBlas: python && python.openBlas,
  text: basename(text),
}
if (!values.json) {
  console.log(`${machine.processor}, ${machine.threads} threads, Node ${machine.node}, ${machine.text}`)
  if (python)
    console.log(
      `NumPy ${python.numpyVersion}${python.openBlas ? ' with OpenBLAS' : ' WITHOUT OpenBLAS: it is slower than it could be'}, one thread`,
    )
  else console.log(`NO REFERENCE TO COMPARE WITH: ${reference.missing}. These are our own figures alone.`)
}
const results = []
for (const network of NETWORKS.filter(({ always }) => always || values.all)) {
  const result = await measure(python, text, network)
  results.push(result)
  if (!values.json) console.log(`\n${describe(result)}`)
}
if (values.json) console.log(JSON.stringify({ machine, results }))
