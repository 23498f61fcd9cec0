// `npm run audit:packages`: asks the registry for known weaknesses of the packages in the lock file, and fails for a
// serious one. Where the registry does not answer it says so and goes on: a network is no condition for the checks.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const LIMIT_MS = 60_000
const SERIOUS = ['high', 'critical']

const { stdout } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
  cwd: resolve(import.meta.dirname, '..'),
  encoding: 'utf8',
  timeout: LIMIT_MS,
  maxBuffer: 64 * 2 ** 20,
  shell: process.platform === 'win32',
})

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const counts = parse(stdout)?.metadata?.vulnerabilities
if (!counts) {
  console.log('!!! NOT CHECKED HERE: the registry did not answer for an audit of the packages. !!!')
  process.exit(0)
}
console.log(
  `Known weaknesses: ${Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`,
)
process.exit(SERIOUS.some((name) => counts[name] > 0) ? 1 : 0)
