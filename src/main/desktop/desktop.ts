// The desktop front: Electron's main process as a list of what is set up, one concern a file.
import { app, dialog } from 'electron'
import { errorMessage } from '#core/contract/errors.ts'
import { DEFAULT_PREFERENCES } from '#core/contract/preferences.ts'
import { labOptions, WINDOW_FOLDER } from '#lab/application.ts'
import { createLab } from '#lab/lab.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import { languageOfLocale } from '#lab/language.ts'
import { registerAppScheme, setUpAppProtocol } from './app-protocol.ts'
import { setUpLabCalls } from './lab-calls.ts'
import { setUpLabEvents } from './lab-events.ts'
import { setUpLabWindows } from './lab-windows.ts'
import { setUpMainWindow } from './main-window.ts'
import { setUpMenu } from './menu.ts'
import { setUpNavigationLimits } from './navigation-limits.ts'
import { setUpPaneWindows } from './pane-windows.ts'
import { setUpPermissionLimits } from './permission-limits.ts'
import { setUpQuit } from './quit.ts'
import { setUpTheme } from './theme.ts'
import { setUpUserData } from './user-data.ts'

async function openLab(): Promise<void> {
  const lab = await createLab(labOptions('desktop'))
  const read = await lab.call('preferences.read', {})
  const preferences = read.ok ? read.value : DEFAULT_PREFERENCES

  setUpQuit(lab)
  setUpAppProtocol(WINDOW_FOLDER)
  setUpLabCalls(lab)
  setUpLabEvents(lab)
  setUpTheme(lab, preferences)
  setUpMenu(lab, preferences)
  setUpLabWindows()
  setUpMainWindow()
  await setUpPaneWindows(lab)
}

function giveUp(error: unknown): void {
  console.error(error)
  dialog.showErrorBox(app.name, errorMessage(errorValueOf(error), languageOfLocale(app.getLocale())))
  app.exit(1)
}

setUpUserData()
// A second start brings the first one's window to the front and ends; the lock is a file in userData.
if (app.requestSingleInstanceLock()) {
  registerAppScheme()
  setUpNavigationLimits()
  setUpPermissionLimits()
  app.whenReady().then(openLab).catch(giveUp)
} else {
  app.quit()
}
