// What no page may ever do here, whatever it contains: leave for another address, open windows, embed other pages.
import { app } from 'electron'
import { openExternalLink } from './external-links.ts'
import { isPageAddress } from './page-address.ts'

/** Holds for every page there ever is. Before the first window is made. */
export function setUpNavigationLimits(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', (event) => {
      const reloadsPage = event.isMainFrame && event.url === contents.getURL() && isPageAddress(event.url)
      if (!reloadsPage) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      openExternalLink(url)
      return { action: 'deny' }
    })
  })
}
