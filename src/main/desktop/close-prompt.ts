// Closing the main window, or quitting, while a run trains: the user says whether it goes on. Nothing asks where nobody
// answers: when the system ends, or a signal came, the lab saves what it has and goes.
import { app, dialog, type BrowserWindow } from 'electron'
import { mainWindow, onMainWindowMade } from './main-window.ts'
import { systemText } from './system-texts.ts'
import type { TrainingWatch } from './training-watch.ts'
import { hideTray, showTray } from './tray.ts'

const CHOICES = ['keepTraining', 'stopAndQuit', 'cancel'] as const
type Choice = (typeof CHOICES)[number]

let training: TrainingWatch | null = null
let quitting = false
let asking = false

async function ask(window: BrowserWindow | null): Promise<Choice> {
  const options = {
    type: 'question' as const,
    message: systemText('stillTraining'),
    detail: systemText('stillTrainingDetail'),
    buttons: CHOICES.map((choice) => systemText(choice)),
    defaultId: 0,
    cancelId: CHOICES.indexOf('cancel'),
    noLink: true,
  }
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
  return CHOICES[response] ?? 'cancel'
}

async function askAndAct(window: BrowserWindow | null): Promise<void> {
  if (asking) return
  asking = true
  const choice = await ask(window).finally(() => (asking = false))
  if (choice === 'stopAndQuit') app.quit()
  else if (choice === 'keepTraining') {
    window?.hide()
    showTray(requestQuit)
  }
}

/** Quits, or first asks when a run trains: for the menu and the tray. */
export function requestQuit(): void {
  if (training?.isTraining) void askAndAct(mainWindow())
  else app.quit()
}

export function setUpClosePrompt(watch: TrainingWatch): void {
  training = watch
  app.on('before-quit', () => (quitting = true))
  onMainWindowMade((window) => {
    window.on('show', hideTray)
    window.on('close', (event) => {
      // On macOS an application lives on without windows, so closing one ends nothing.
      if (quitting || process.platform === 'darwin' || !watch.isTraining) return
      event.preventDefault()
      void askAndAct(window)
    })
  })
}
