// What a page may use of the machine: nothing but the clipboard, to copy a sample or a coordinate as plain text into it.
import { app, type Session } from 'electron'

// The page cannot read the clipboard.
const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Permissions, devices and downloads, in every session there ever is. Before the app is ready. */
export function setUpPermissionLimits(): void {
  app.on('session-created', limit)
}

function limit(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(PERMITTED.has(permission)))
  session.setPermissionCheckHandler((_, permission) => PERMITTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
