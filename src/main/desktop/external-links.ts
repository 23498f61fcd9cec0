// The way out of the window: an address of the list is opened in the user's browser, any other is not opened at all.
import { shell } from 'electron'
import { EXTERNAL_LINKS } from '#core/contract/external-links.ts'

// A build that looks for new versions also has the page where they are.
const releasePages = CHARSCOPE_RELEASES ? [CHARSCOPE_RELEASES.page] : []
const ALLOWED: ReadonlySet<string> = new Set([...Object.values(EXTERNAL_LINKS), ...releasePages])

/** Opens exactly the addresses of the list; anything that merely begins or looks like one is ignored. */
export function openExternalLink(address: string): void {
  if (!ALLOWED.has(address)) return
  shell.openExternal(address).catch((error: unknown) => console.error(error))
}
