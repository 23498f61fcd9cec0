// Where the window's page comes from, and which pages may speak to the lab. Serving it is app-protocol.ts's work.
import { app } from 'electron'

export const SCHEME = 'app'
export const HOST = 'charscope'

/** The page's address: the bundled window, or in development the server that electron-vite started. */
export function pageAddress(): string {
  const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  return developmentServer ?? `${SCHEME}://${HOST}/`
}

// Not URL.origin, which Node calls 'null' for a scheme of one's own.
function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

/** True for an address of the window's own page, false for any other and for what is no address. */
export function isPageAddress(address: string): boolean {
  return originOf(address) === originOf(pageAddress())
}
