// What no page may ever do here, whatever it contains: leave for another address, open windows, embed others, use
// devices or ask for permissions.
import { app, session } from 'electron'
import { isPageAddress } from './page-address.ts'

// Copying a sample or a coordinate as plain text; the page cannot read the clipboard.
const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Navigation, windows and embedded pages. Before the first window is made. */
export function setUpNavigationLimits(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', (event) => {
      const reloadsPage = event.isMainFrame && event.url === contents.getURL() && isPageAddress(event.url)
      if (!reloadsPage) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Permissions and devices. Once the app is ready. */
export function setUpPermissionLimits(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(PERMITTED.has(permission)))
  defaultSession.setPermissionCheckHandler((_, permission) => PERMITTED.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
}
