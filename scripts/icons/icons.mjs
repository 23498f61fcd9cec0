// Every icon of the application by its name in resources/icons, drawn from the one sign in src/renderer/icon.svg.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { icns, ico, png } from './containers.mjs'
import { draw, parseSign, silhouette } from './drawing.mjs'

export const ICONS_FOLDER = resolve(import.meta.dirname, '../../resources/icons')
const SIGN = resolve(import.meta.dirname, '../../src/renderer/icon.svg')

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Types of ICNS that hold PNG, with their sizes; the upper ones are for screens of double density. */
const MACOS_TYPES = { icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64, ic13: 256, ic14: 512 } // prettier-ignore
// macOS leaves this free around the sign of an application: 100 of 1024 pixels.
const MACOS_MARGIN = 100 / 1024
const TRAY_SIZES = { 'tray.png': 16, 'tray@2x.png': 32 }

/** @returns the files' contents by name */
export function makeIcons() {
  const sign = parseSign(readFileSync(SIGN, 'utf8'))
  const picture = (pixels, margin) => png(draw(sign, pixels, margin), pixels)
  const outline = silhouette(sign)
  return {
    ...Object.fromEntries(LINUX_SIZES.map((pixels) => [`${pixels}x${pixels}.png`, picture(pixels)])),
    'icon.ico': ico(WINDOWS_SIZES.map((pixels) => ({ pixels, file: picture(pixels) }))),
    'icon.icns': icns(
      Object.entries(MACOS_TYPES).map(([type, pixels]) => ({ type, file: picture(pixels, MACOS_MARGIN) })),
    ),
    ...Object.fromEntries(Object.entries(TRAY_SIZES).map(([name, pixels]) => [name, picture(pixels)])),
    // macOS draws a template in the colour of its menu bar, and finds the denser one by its name.
    'trayTemplate.png': png(draw(outline, 16), 16),
    'trayTemplate@2x.png': png(draw(outline, 32), 32),
  }
}
