// `npm run test:e2e`: builds the lab, finds what it can be driven with on this machine (a display, Electron, a browser),
// packs it as it is shipped but for the one fuse that Playwright needs, and runs the e2e suite. What cannot run is said
// loudly and counts as skipped. Further arguments go to vitest; with `--soak` (`npm run soak`) it is the long suite that
// is run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packApplication, TEST_BUILD } from './packaging/application.mjs'
import { findDisplay } from './surroundings/display.mjs'
import { findElectron } from './surroundings/electron.mjs'

const root = resolve(import.meta.dirname, '..')
const results = join(root, 'test-results')
const report = join(results, 'end-to-end.json')
const missing = []

/** The path of a Chromium, or null. */
function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const places = [process.env.CHROMIUM, ...names.map((name) => `/usr/bin/${name}`)]
  return places.find((place) => place && existsSync(place)) ?? null
}

/** The programs with which a .deb is installed and used; null where they are missing, or only root could. */
function findDebianTools() {
  const tools = ['dpkg', 'dpkg-deb', 'gio', 'xdg-open', 'xdg-mime', 'desktop-file-validate', 'xdotool']
  const isThere = (tool) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)))
  return process.platform === 'linux' && process.getuid() === 0 && tools.every(isThere) ? tools : null
}

function orMissing(found, what) {
  if (found === null) missing.push(what)
  return found ?? ''
}

function run(parameters, environment = process.env) {
  return spawnSync(process.execPath, parameters, { cwd: root, stdio: 'inherit', env: environment }).status ?? 1
}

/** Test counts of vitest's JSON report; null when it wrote none. */
function readReport() {
  if (!existsSync(report)) return null
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

// A build that looks for new versions on this machine, where a test listens.
process.env.CHARSCOPE_UPDATE_ADDRESSES = 'http://127.0.0.1:47613/newest.json'
process.env.CHARSCOPE_RELEASE_PAGE = 'http://127.0.0.1:47613/'
if (run([join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']) !== 0) {
  console.error('The build failed, so no end-to-end test could run')
  process.exit(1)
}
mkdirSync(results, { recursive: true })
rmSync(report, { force: true })

const { display, stop } = await findDisplay()
const electron = display === null ? null : findElectron()
const application = electron && (await packApplication(electron, join(root, 'dist/test'), TEST_BUILD))
orMissing(application, 'the desktop front (no Electron or no display)')
const chromium = orMissing(findChromium(), 'the browser front (no Chromium)')
const debian = application && findDebianTools()
orMissing(debian, 'the Debian package (no Electron, not root, or no dpkg, gio, xdg-utils, desktop-file-utils, xdotool)')
const environment = {
  ...process.env,
  CHARSCOPE_E2E_APPLICATION: application ?? '',
  CHARSCOPE_E2E_CHROMIUM: chromium,
  CHARSCOPE_E2E_DEBIAN: debian ? 'yes' : '',
}
if (display) environment.DISPLAY = display

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const further = process.argv.slice(2).filter((argument) => argument !== '--soak')
const project = process.argv.includes('--soak') ? 'soak' : 'e2e'
const status = run([vitest, 'run', '--project', project, ...reporters, ...further], environment)
stop()

const counts = readReport()
for (const what of missing) console.log(`\n!!! NOT TESTED HERE: ${what}. Its tests are skipped, not passed. !!!`)
if (!counts) console.error('The tests left no report')
const { passed, failed, skipped } = counts ?? { passed: 0, failed: 1, skipped: 0 }
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(status === 0 && counts && failed === 0 ? 0 : 1)
