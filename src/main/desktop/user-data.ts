// Where Chromium keeps its profile and the window its place. The lab's own data is lab/data-folder.ts's matter.
import { join } from 'node:path'
import { app } from 'electron'
import { defaultDataFolder } from '#lab/data-folder.ts'

/** With CHARSCOPE_DATA set, everything that the application writes lies under that folder. Before the app is ready. */
export function setUpUserData(): void {
  if (process.env.CHARSCOPE_DATA) app.setPath('userData', join(defaultDataFolder(), 'desktop'))
}
