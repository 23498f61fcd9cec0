// A plugin of the build that notes which packages it bundles, with their licences, in one file for all of its parts:
// `licences.json` beside the page, which the window shows under About.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the package that a module belongs to; null for the lab's own. */
function packageFolder(moduleId) {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(moduleId.replace(/^\0/, ''))
  return match && existsSync(join(match[1], 'package.json')) ? match[1] : null
}

/** @returns `{ name, version, licence, text }` */
export function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((candidate) => /^(licen[cs]e|copying)/i.test(candidate))
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : ''
  return { name, version, licence: typeof license === 'string' ? license : 'unknown', text }
}

/** Fonts come by the address in a style sheet, so no module names them. */
function fontFolders(root) {
  const styles = readFileSync(join(root, 'src/renderer/styles/fonts.css'), 'utf8')
  const names = [...styles.matchAll(/url\('(@[^/]+\/[^/]+)\//g)].map(([, name]) => name)
  return names.map((name) => join(root, 'node_modules', name))
}

/**
 * @param root the repository
 * @param file where the list is kept; parts built one after the other add to it
 * @param isFirst true for the part that is built first, which begins it anew
 */
export function noteBundledPackages(root, file, isFirst) {
  return {
    name: 'note-bundled-packages',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []))
      const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== null))
      const known =
        isFirst || !existsSync(file) ? fontFolders(root).map(readPackage) : JSON.parse(readFileSync(file, 'utf8'))
      const all = new Map(
        [...known, ...[...folders].map(readPackage)].map((one) => [`${one.name} ${one.version}`, one]),
      )
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify([...all.values()].sort((a, b) => a.name.localeCompare(b.name))))
    },
  }
}
