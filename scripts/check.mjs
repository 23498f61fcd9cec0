// Runs all that continuous integration runs, in order, and stops at the first failure. Each step prints its own report;
// the summary at the end says how long each took.
import { spawnSync } from 'node:child_process'

const STEPS = [
  'lint',
  'format:check',
  'typecheck',
  'test',
  'parity',
  'test:endurance',
  'test:e2e',
  'licenses',
  'audit:packages',
  'soak',
]
/** Half an hour is for those who ask for it. */
const SOAK_MINUTES = '2'

const seconds = (startMs) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`

function runStep(step) {
  console.log(`\n=== npm run ${step} ===`)
  const { status, error } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    env: { CHARSCOPE_SOAK_MINUTES: SOAK_MINUTES, ...process.env },
    shell: process.platform === 'win32',
  })
  if (error) console.error(error.message)
  return status === 0
}

const startMs = performance.now()
const summary = []
let failed = false
for (const step of STEPS) {
  if (failed) {
    summary.push(`  not run  ${step}`)
    continue
  }
  const stepStartMs = performance.now()
  failed = !runStep(step)
  summary.push(`  ${failed ? 'FAILED ' : 'passed '}  ${step.padEnd(14)}  ${seconds(stepStartMs)}`)
}
console.log(`\n${failed ? 'FAILED' : 'All passed'} after ${seconds(startMs)}\n${summary.join('\n')}`)
process.exitCode = failed ? 1 : 0
