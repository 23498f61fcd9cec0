// `npm run licenses`: what the built lab bundles and under which licences, and how many packages of each licence build
// and test it. Fails for a licence that is not allowed.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isAllowedInLab, isAllowedInTools } from './licences/allowed.mjs'

const root = resolve(import.meta.dirname, '..')
const list = join(root, 'out/renderer/licences.json')

function report(title, packages, isAllowed) {
  const refused = packages.filter(({ licence }) => !isAllowed(licence))
  console.log(`${title}: ${packages.length} packages`)
  for (const { name, version, licence } of refused) console.error(`  NOT ALLOWED: ${name} ${version} (${licence})`)
  return refused.length === 0
}

/** All packages of the lock file, which says their licences. */
function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license }]) => {
      return { name: path.replace(/^.*node_modules\//, ''), version, licence: license ?? 'unknown' }
    })
}

if (!existsSync(list)) {
  console.error('The lab is not built, so what it bundles is not known: npm run build')
  process.exit(1)
}
const bundled = JSON.parse(readFileSync(list, 'utf8'))
for (const { name, version, licence } of bundled) console.log(`  ${licence.padEnd(12)} ${name} ${version}`)
const unsaid = bundled.filter(({ text }) => text === '')
for (const { name } of unsaid) console.error(`  WITHOUT THE TEXT OF ITS LICENCE: ${name}`)

const tools = lockedPackages()
const counts = new Map()
for (const { licence } of tools) counts.set(licence, (counts.get(licence) ?? 0) + 1)
for (const [licence, count] of counts) console.log(`  ${String(count).padStart(4)} ${licence}`)
const isFine = [report('Bundled', bundled, isAllowedInLab), report('Installed', tools, isAllowedInTools)].every(Boolean)
process.exit(isFine && unsaid.length === 0 ? 0 : 1)
