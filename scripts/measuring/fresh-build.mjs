// Builds the lab when its bundles are missing or older than what they are made of.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_CLI, ROOT } from './programs.mjs'

const SOURCES = ['src/core', 'src/main']

function newestChangeMs() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(ROOT, folder, String(name))),
  )
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}

/** @throws {Error} when the build fails; its output has gone to the terminal then */
export function ensureFreshBuild() {
  if (existsSync(BUILT_CLI) && statSync(BUILT_CLI).mtimeMs >= newestChangeMs()) return
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm run build failed')
}
