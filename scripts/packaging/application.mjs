// Packs the built lab with an unpacked Electron into a folder that runs: what an installer would lay down, without one.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { ROOT } from './root.mjs'

/** Where electron-builder puts the executable of a system, below its output folder. */
const EXECUTABLES = {
  linux: ({ suffix }) => `linux${suffix}-unpacked/charscope`,
  win32: ({ suffix }) => `win${suffix}-unpacked/Charscope.exe`,
  darwin: ({ suffix }) => `mac${suffix}/Charscope.app/Contents/MacOS/Charscope`,
}

/** What a build that Playwright drives needs beyond the one that is shipped; every other fuse is as shipped. */
export const TEST_BUILD = { electronFuses: { enableNodeCliInspectArguments: true } }

/**
 * @param electron what findElectronDist found
 * @param output folder for it, emptied first
 * @param changes to electron-builder.yml
 * @returns the path of the executable
 */
export async function packApplication(electron, output, changes = {}) {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  await build({
    projectDir: ROOT,
    targets: Platform.current().createTarget('dir', Arch[process.arch]),
    config: {
      extends: join(ROOT, 'electron-builder.yml'),
      electronDist: electron.folder,
      electronVersion: electron.version,
      directories: { output },
      ...changes,
    },
  })
  const executable = join(
    output,
    EXECUTABLES[process.platform]({ suffix: process.arch === 'x64' ? '' : `-${process.arch}` }),
  )
  // What an Electron without an application shows; electron-builder takes it out only of what it fetched itself.
  rmSync(join(dirname(executable), 'resources/default_app.asar'), { force: true })
  return executable
}
