// Files that reach the application from outside its windows: named when it is started, handed over by a second start,
// sent by the system. Each is opened by its content and shown by the main window.
import { app } from 'electron'
import type { Lab } from '#lab/lab-interface.ts'
import { filesNamed } from './arguments.ts'
import { showMainWindow } from './main-window.ts'
import { rememberFile } from './recent-files.ts'
import { sendCommand } from './window-commands.ts'

/** What the system sent before there was a lab to open it. */
let early: string[] = []
let open = (path: string): void => void early.push(path)

/** Takes files from the very start: macOS sends the first one before the application is ready. */
export function takeOpenRequests(): void {
  early.push(...filesNamed(process.argv, process.cwd(), app.isPackaged))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.on('second-instance', (_, parameters, folder) => {
    filesNamed(parameters, folder, app.isPackaged).forEach((path) => open(path))
  })
}

/** Opens a file by its content, and has the main window show it or say why not. */
export async function openPath(lab: Lab, path: string): Promise<void> {
  const opened = await lab.openFile(path)
  if (opened.ok) rememberFile(path)
  sendCommand(showMainWindow(), { name: 'show-file', opened })
}

/** Opens what has come so far, and what comes from now on. Once there is a main window. */
export function setUpOpenRequests(lab: Lab): void {
  open = (path) => void openPath(lab, path)
  early.forEach((path) => open(path))
  early = []
  app.on('second-instance', () => void showMainWindow())
}
