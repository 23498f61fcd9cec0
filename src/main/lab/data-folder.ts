// Where the lab keeps runs, preferences and imported texts: the same folder for every front, so that a run started in
// the terminal shows up in the window. Making the folder is left to the lab.
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** What the choice depends on; the defaults are this process's own. */
interface Surroundings {
  platform?: NodeJS.Platform
  environment?: NodeJS.ProcessEnv
  home?: string
}

/**
 * The lab's data folder: CHARSCOPE_DATA when that is set, otherwise a folder in the place where the system keeps
 * applications' data.
 */
export function defaultDataFolder(surroundings: Surroundings = {}): string {
  const { platform = process.platform, environment = process.env, home = homedir() } = surroundings
  const { join, resolve } = platform === 'win32' ? win32 : posix
  if (environment.CHARSCOPE_DATA) return resolve(environment.CHARSCOPE_DATA)
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Charscope', 'lab')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Charscope', 'lab')
    default:
      return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'Charscope', 'lab')
  }
}
