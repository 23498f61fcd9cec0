// How fast Charscope is, next to NumPy on the same machine in the same minutes: `npm run bench`. `-- --quick` measures
// the report's size alone, `-- --rounds N` more rounds, `-- --json` prints one JSON object, `-- --write` keeps the tables
// in docs/benchmarks.md. Programs take turns (see measuring/rounds.mjs) and each one's own figure is taken, so that
// starting up does not count. The packed application has figures of its own: `-- --start`, how soon its window is painted
// and can be used, and its memory; `-- --desktop`, how fast it trains with its window open; `-- --panes --minutes N`, how
// late its main process gets beside eight panes and a training run.
import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBatches } from './measuring/bench-batches.mjs'
import { benchDesktop, DESKTOP_BENCHES } from './measuring/bench-desktop.mjs'
import { benchPrograms } from './measuring/bench-programs.mjs'
import { describeMachine, describeSection, markdownOf } from './measuring/bench-report.mjs'
import { ensureFreshBuild } from './measuring/fresh-build.mjs'
import { peakGigaflops } from './measuring/peak.mjs'
import { findReference, REPORT_TEXT, ROOT } from './measuring/programs.mjs'
import { compare } from './measuring/rounds.mjs'

const LEAST_ROUNDS = 5
/** Iterations a round are such that a round takes about a second. */
const TRAINING = [
  { hidden: 100, ours: 4000, theirs: 800 },
  { hidden: 250, ours: 1000, theirs: 200 },
  { hidden: 512, ours: 300, theirs: 60 },
]
const TEXT_PASS_HIDDEN = 250

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    start: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: false },
    panes: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '1' },
    rounds: { type: 'string', default: String(LEAST_ROUNDS) },
  },
})
const rounds = Math.max(LEAST_ROUNDS, Number.parseInt(values.rounds, 10) || LEAST_ROUNDS)

ensureFreshBuild()
const ofDesktop = Object.keys(DESKTOP_BENCHES).filter((name) => values[name])
if (ofDesktop.length > 0) {
  const minutes = Math.max(1, Number.parseInt(values.minutes, 10) || 1)
  for (const name of ofDesktop) await benchDesktop(name, { rounds, minutes })
  process.exit()
}
const reference = await findReference()
const python = 'python' in reference ? reference.python : null
const text = existsSync(REPORT_TEXT) ? REPORT_TEXT : join(ROOT, 'resources/datasets/chronicle-play.txt')
const programs = await benchPrograms(python, text)
const peak = await peakGigaflops()
const machine = {
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  threads: cpus().length,
  node: process.version,
  numpy: python
    ? `${python.numpyVersion}${python.openBlas ? ' with OpenBLAS' : ' WITHOUT OpenBLAS'}, one thread`
    : null,
  missing: 'missing' in reference ? reference.missing : null,
  text: basename(text),
  peakGigaflops: peak,
  load: loadavg()[0],
  rounds,
}
const sections = []
const base = python ? 'reference script' : 'TypeScript'

/** Floating-point operations of an iteration: three products with each of the two great matrices, and Wxh looked up. */
const flopsOf = (hidden, vocabularySize = 62) => 6 * (hidden * hidden + vocabularySize * hidden) * 25

function add(section) {
  sections.push(section)
  if (!values.json) console.log(`\n${describeSection(section)}`)
}

if (!values.json) console.log(describeMachine(machine))
for (const { hidden, ours, theirs } of values.quick ? TRAINING.slice(0, 1) : TRAINING) {
  const results = await compare(programs.training(hidden, ours, theirs), base, rounds)
  add({ title: `Training, H=${hidden}, batch 1`, unit: 'iterations/s', base, results, flops: flopsOf(hidden), peak })
}
if (!values.quick) {
  const passBase = python ? 'NumPy, as the reference script' : 'TypeScript'
  add({
    title: `Reading the whole text with all hidden states, H=${TEXT_PASS_HIDDEN}`,
    unit: 'characters/s',
    base: passBase,
    results: await compare(programs.textPass(TEXT_PASS_HIDDEN), passBase, rounds),
  })
  add({
    title: 'Sampling, H=100',
    unit: 'characters/s',
    base,
    results: await compare(programs.sampling(100), base, rounds),
  })
  for (const section of await measureBatches(text, rounds)) add(section)
}
if (values.json) console.log(JSON.stringify({ machine, sections }))
if (values.write) writeFileSync(join(ROOT, 'docs/benchmarks.md'), markdownOf(machine, sections))
