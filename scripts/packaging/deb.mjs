// `npm run dist:deb`, once the lab is built: a .deb of it and an unpacked Electron, made with dpkg-deb alone, so without
// a download. `--quick` packs it larger, for a test.
// The menu's entry, the icons and the types of file are announced by Debian's own triggers: the package has no scripts.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { packApplication } from './application.mjs'
import { APPLICATION, CONFIGURATION } from './configuration.mjs'
import { desktopEntry, mimeDefinition } from './desktop-files.mjs'
import { findElectronDist } from './electron-dist.mjs'
import { ROOT } from './root.mjs'

const OUTPUT = join(ROOT, 'dist')
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' }
/** What Electron links to or calls; the second names are those of before and after Debian's change of time_t. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libcups2 | libcups2t64',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'xdg-utils',
]

const { linux } = CONFIGURATION
const name = linux.executableName

/** Bytes of all files below a folder. */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function control(root, architecture) {
  const fields = {
    Package: name,
    Version: APPLICATION.version,
    Architecture: architecture,
    Maintainer: linux.maintainer,
    'Installed-Size': Math.ceil(sizeOf(root) / 1024),
    Depends: DEPENDS.join(', '),
    Section: 'education',
    Priority: 'optional',
    Description: `${linux.synopsis}\n ${APPLICATION.description}.`,
  }
  return Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('')
}

/** Lays the files out as they are installed. */
function stage(root, application) {
  const installed = join(root, 'opt', name)
  cpSync(application, installed, { recursive: true })
  // Chromium's sandbox where the system lets nobody but root make namespaces.
  chmodSync(join(installed, 'chrome-sandbox'), 0o4755)
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  symlinkSync(`/opt/${name}/${name}`, join(root, 'usr/bin', name))
  write(join(root, `usr/share/applications/${name}.desktop`), desktopEntry())
  write(join(root, `usr/share/mime/packages/${name}.xml`), mimeDefinition())
  write(join(root, `usr/share/doc/${name}/copyright`), readFileSync(join(ROOT, 'LICENSE')))
  for (const file of readdirSync(join(ROOT, linux.icon))) {
    const size = /^(\d+x\d+)\.png$/.exec(file)?.[1]
    if (!size) continue
    const folder = join(root, `usr/share/icons/hicolor/${size}/apps`)
    mkdirSync(folder, { recursive: true })
    copyFileSync(join(ROOT, linux.icon, file), join(folder, `${name}.png`))
  }
}

const architecture = ARCHITECTURES[process.arch]
const electron = findElectronDist()
if (process.platform !== 'linux' || !architecture || !electron) {
  console.error(
    'A .deb needs Linux on x64 or arm64, and Electron: fetched by npx install-electron, or unpacked in the folder that ELECTRON_OVERRIDE_DIST_PATH names',
  )
  process.exit(1)
}
const root = join(OUTPUT, 'deb-root')
rmSync(root, { recursive: true, force: true })
stage(root, dirname(await packApplication(electron, join(OUTPUT, 'unpacked'))))
write(join(root, 'DEBIAN/control'), control(root, architecture))
const file = join(OUTPUT, `${name}_${APPLICATION.version}_${architecture}.deb`)
const compression = process.argv.includes('--quick') ? ['-Zgzip', '-z1'] : ['-Zxz']
execFileSync('dpkg-deb', [...compression, '--root-owner-group', '--build', root, file], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
rmSync(root, { recursive: true })
console.log(`${file} ${(statSync(file).size / 2 ** 20).toFixed(1)} MiB`)
