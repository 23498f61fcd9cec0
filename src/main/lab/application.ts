// What every front needs to know of the application itself before it can make a lab: its version and where its files
// lie. Those are found from the bundles, which are flat in out/main.
import { join, resolve } from 'node:path'
import { version } from '../../../package.json'
import { defaultDataFolder } from './data-folder.ts'
import { folderInForce } from './storage/moved-folder.ts'
import type { LabOptions } from './lab-interface.ts'

const bundles = import.meta.dirname
const application = resolve(bundles, '../..')

/** The built window, which the desktop and the browser front show; nothing else is served to a page. */
export const WINDOW_FOLDER = join(application, 'out/renderer')

export function labOptions(front: LabOptions['front']): LabOptions {
  return {
    front,
    version,
    dataFolder: folderInForce(defaultDataFolder()),
    resourcesFolder: join(application, 'resources'),
    workersFolder: bundles,
    releases: CHARSCOPE_RELEASES,
  }
}
