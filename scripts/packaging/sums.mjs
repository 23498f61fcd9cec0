// Writes the SHA-256 of every installer in `dist` to a file beside them, in the form that `sha256sum --check` reads; and
// fails when one is larger than it may be.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

const OUTPUT = join(ROOT, 'dist')
const INSTALLER = /\.(exe|dmg|zip|AppImage|deb)$/
const LIMIT_MEBIBYTES = 120

const installers = readdirSync(OUTPUT).filter((name) => INSTALLER.test(name))
let sums = ''
for (const name of installers) {
  const bytes = readFileSync(join(OUTPUT, name))
  const mebibytes = bytes.length / 2 ** 20
  console.log(`${name} ${mebibytes.toFixed(1)} MiB`)
  if (mebibytes > LIMIT_MEBIBYTES) {
    console.error(`${name} is larger than ${LIMIT_MEBIBYTES} MiB`)
    process.exitCode = 1
  }
  sums += `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
}
writeFileSync(join(OUTPUT, `SHA256SUMS-${process.platform}`), sums)
