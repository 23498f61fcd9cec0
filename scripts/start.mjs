// `npm start`: opens the lab in its own window where there is a display and Electron, and otherwise says why not and
// opens the same lab in the browser. `npm start -- --web [--port NUMBER] [--no-open]` asks for the browser.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const isLinux = process.platform === 'linux'

const FETCH_LIMIT_MS = 120_000
// Where the download host cannot be reached, nobody should wait for it at every start.
const FETCH_AGAIN_MS = 24 * 3600 * 1000
const FETCH_FAILED = join(root, 'node_modules/.cache/charscope/electron-fetch-failed')
// A window that ends in error sooner than this never opened.
const OPENING_MS = 15_000
// Ctrl+C reaches this process from the terminal and again from npm.
const SAME_SIGNAL_MS = 1000

const TEXTS = {
  building: { en: 'Building the lab, once…', zh: '首次启动，正在构建…' },
  fetching: {
    en: 'Fetching Electron for the window, once (about 120 MB; given up after two minutes)…',
    zh: '首次启动，正在下载窗口所需的 Electron（约 120 MB，两分钟后放弃）…',
  },
  display: {
    en: 'There is no display here for a window, so the lab opens in the browser.',
    zh: '这里没有可用的显示器，因此在浏览器中打开实验室。',
  },
  fetch: {
    en: 'Electron could not be fetched for the window, so the lab opens in the browser (tried again tomorrow, or by `npx install-electron` now).',
    zh: '无法下载窗口所需的 Electron，因此在浏览器中打开实验室（明天会再试，也可现在运行 `npx install-electron`）。',
  },
  window: {
    en: 'The window could not be opened on this system, so the lab opens in the browser.',
    zh: '此系统无法打开窗口，因此在浏览器中打开实验室。',
  },
}

const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG
const language = /^zh/i.test(locale || Intl.DateTimeFormat().resolvedOptions().locale) ? 'zh' : 'en'

function say(text) {
  console.log(TEXTS[text][language])
}

let interrupted = false
let running = null

/**
 * Runs a program to its end: its exit code, 1 when it could not be started or was ended by a signal. On POSIX it leads
 * a process group of its own, so that it hears of Ctrl+C once, from here, and can end cleanly.
 */
function run(command, parameters, options = {}) {
  return new Promise((resolveCode) => {
    const detached = process.platform !== 'win32'
    running = spawn(command, parameters, { cwd: root, stdio: 'inherit', detached, ...options })
    running.once('error', () => resolveCode(1))
    running.once('exit', (code) => resolveCode(code ?? 1))
  })
}

function passSignalsOn() {
  let last = Number.NEGATIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = true
      if (performance.now() - last < SAME_SIGNAL_MS) return
      last = performance.now()
      running?.kill(signal)
    })
  }
}

async function buildOnce() {
  const built = ['main/desktop.js', 'main/web.js', 'preload/preload.cjs', 'renderer/index.html']
  if (built.every((file) => existsSync(join(root, 'out', file)))) return
  say('building')
  const code = await run('npm', ['run', '--silent', 'build'], { shell: process.platform === 'win32' })
  if (code !== 0) process.exit(code)
}

function electronBinary() {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name = names[process.platform] ?? 'electron'
  const other = process.env.ELECTRON_OVERRIDE_DIST_PATH
  // The installer writes path.txt last: without it, what lies in dist is not whole.
  if (!other && !existsSync(join(electron, 'path.txt'))) return null
  const binary = join(other || join(electron, 'dist'), name)
  return existsSync(binary) ? binary : null
}

async function fetchElectron() {
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'))
  const failedBefore = existsSync(FETCH_FAILED) && readFileSync(FETCH_FAILED, 'utf8') === version
  if (failedBefore && Date.now() - statSync(FETCH_FAILED).mtimeMs < FETCH_AGAIN_MS) return
  say('fetching')
  const code = await run(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
  if (code === 0 || interrupted) return
  mkdirSync(dirname(FETCH_FAILED), { recursive: true })
  writeFileSync(FETCH_FAILED, version)
}

/** Runs the desktop app to its end; the reason when there was no way to open its window. */
async function openWindow() {
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'display'
  if (!electronBinary()) await fetchElectron()
  const binary = electronBinary()
  if (!binary) return 'fetch'
  // Chromium's sandbox refuses to run as root.
  const parameters = isLinux && process.getuid() === 0 ? ['--no-sandbox', root] : [root]
  const began = performance.now()
  const code = await run(binary, parameters)
  return code !== 0 && performance.now() - began < OPENING_MS ? 'window' : null
}

passSignalsOn()
await buildOnce()
const webParameters = process.argv.slice(2).filter((parameter) => parameter !== '--web')
const wantsBrowser = process.argv.includes('--web')
const reason = wantsBrowser ? null : await openWindow()
if (!interrupted && (wantsBrowser || reason)) {
  if (reason) say(reason)
  process.exitCode = await run(process.execPath, [join(root, 'out/main/web.js'), ...webParameters])
}
