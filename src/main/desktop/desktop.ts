// The desktop front: Electron's main process as a list of what is set up, one concern a file.
import { app, dialog } from 'electron'
import { errorMessage } from '#core/contract/errors.ts'
import { DEFAULT_PREFERENCES } from '#core/contract/preferences.ts'
import { labOptions, WINDOW_FOLDER } from '#lab/application.ts'
import { defaultDataFolder } from '#lab/data-folder.ts'
import { createLab } from '#lab/lab.ts'
import { errorValueOf } from '#lab/lab-error.ts'
import { languageOfLocale } from '#lab/language.ts'
import { finishMove } from '#lab/storage/moved-folder.ts'
import { registerAppScheme, setUpAppProtocol } from './app-protocol.ts'
import { setUpClosePrompt } from './close-prompt.ts'
import { setUpDataFolder } from './data-folder.ts'
import { setUpLanguage } from './desktop-language.ts'
import { setUpEndNotification } from './end-notification.ts'
import { setUpKeepAwake } from './keep-awake.ts'
import { setUpLabCalls } from './lab-calls.ts'
import { setUpLabEvents } from './lab-events.ts'
import { setUpLabWindows } from './lab-windows.ts'
import { setUpMainWindow } from './main-window.ts'
import { setUpMenu } from './menu.ts'
import { setUpNavigationLimits } from './navigation-limits.ts'
import { setUpPaneWindows } from './pane-windows.ts'
import { setUpPermissionLimits } from './permission-limits.ts'
import { setUpOpenRequests, takeOpenRequests } from './open-requests.ts'
import { setUpQuit } from './quit.ts'
import { setUpTaskbarProgress } from './taskbar-progress.ts'
import { setUpTheme } from './theme.ts'
import { TrainingWatch } from './training-watch.ts'
import { setUpUserData } from './user-data.ts'
import { setUpWindowCommands } from './window-commands.ts'

async function openLab(): Promise<void> {
  const lab = await createLab(labOptions('desktop'))
  const read = await lab.call('preferences.read', {})
  const preferences = read.ok ? read.value : DEFAULT_PREFERENCES

  const training = new TrainingWatch(lab)
  finishMove(defaultDataFolder()).catch((error: unknown) => console.error(error))

  setUpQuit(lab)
  setUpAppProtocol(WINDOW_FOLDER)
  setUpLabCalls(lab)
  setUpLabEvents(lab)
  setUpDataFolder(lab, training)
  setUpWindowCommands()
  setUpTheme(lab, preferences)
  setUpLanguage(lab, preferences)
  setUpMenu(lab)
  setUpClosePrompt(training)
  setUpTaskbarProgress(training)
  setUpKeepAwake(lab, preferences, training)
  setUpEndNotification(training)
  setUpLabWindows()
  setUpMainWindow()
  await setUpPaneWindows(lab)
  setUpOpenRequests(lab)
}

function giveUp(error: unknown): void {
  console.error(error)
  dialog.showErrorBox(app.name, errorMessage(errorValueOf(error), languageOfLocale(app.getLocale())))
  app.exit(1)
}

setUpUserData()
// A second start brings the first one's window to the front and ends; the lock is a file in userData.
if (app.requestSingleInstanceLock()) {
  takeOpenRequests()
  registerAppScheme()
  setUpNavigationLimits()
  setUpPermissionLimits()
  app.whenReady().then(openLab).catch(giveUp)
} else {
  app.quit()
}
