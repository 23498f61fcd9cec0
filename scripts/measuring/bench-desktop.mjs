// What `npm run bench` measures in the packed application itself: how soon its window is there, how eight panes beside a
// training run treat it, and how fast it trains with its window open.
import { join } from 'node:path'
import { packApplication, TEST_BUILD } from '../packaging/application.mjs'
import { findDisplay } from '../surroundings/display.mjs'
import { findElectron } from '../surroundings/electron.mjs'
import { describeSection } from './bench-report.mjs'
import { measureDesktopSpeed } from './desktop-speed.mjs'
import { measurePanes } from './panes.mjs'
import { ROOT } from './programs.mjs'
import { benchStart } from './start-up.mjs'

async function benchPanes(executable, { minutes }) {
  const line = ({ seconds, medianMs, p99Ms, longestMs, mainMebibytes, allMebibytes }) =>
    `  ${seconds.toFixed(0).padStart(4)} s  event loop late by ${medianMs.toFixed(1)} ms (median), ${p99Ms.toFixed(1)} (99 of 100), ` +
    `${longestMs.toFixed(0)} (longest); main process ${mainMebibytes.toFixed(0)} MiB, all ${allMebibytes.toFixed(0)} MiB`
  const found = await measurePanes(executable, { minutes, onMeasured: (measured) => console.log(line(measured)) })
  console.log(
    `${found.panes} panes at full speed beside a training run, ${minutes} minutes: in the worst ten seconds 99 of 100 delays ` +
      `of the main process under ${found.p99Ms.toFixed(1)} ms; ${Math.round(found.charactersPerSecond)} characters/s written, ` +
      `${Math.round(found.iterationsPerSecond)} iterations/s trained`,
  )
}

async function benchSpeed(executable, { rounds }) {
  for (const section of await measureDesktopSpeed(executable, rounds)) console.log(`\n${describeSection(section)}`)
}

/** By the flag that asks for it; the start is measured as it is shipped, the others through what drives tests. */
export const DESKTOP_BENCHES = {
  start: { changes: {}, run: (executable, { rounds }) => benchStart(executable, rounds) },
  panes: { changes: TEST_BUILD, run: benchPanes },
  desktop: { changes: TEST_BUILD, run: benchSpeed },
}

/** @param {keyof typeof DESKTOP_BENCHES} name @param {{ rounds: number, minutes: number }} options */
export async function benchDesktop(name, options) {
  const { display, stop } = await findDisplay()
  const electron = display === null ? null : findElectron()
  if (process.platform !== 'linux' || !electron) {
    console.log('NOT MEASURED: it needs Linux, a display or Xvfb, and an Electron (see ELECTRON_OVERRIDE_DIST_PATH)')
    return stop()
  }
  if (display) process.env.DISPLAY = display
  try {
    const { changes, run } = DESKTOP_BENCHES[name]
    const executable = await packApplication(electron, join(ROOT, 'dist/bench'), changes)
    console.log(`Electron ${electron.version}, software rendering where there is no graphics processor`)
    await run(executable, options)
  } finally {
    stop()
  }
}
