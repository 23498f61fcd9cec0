// The scheme `app://`, from which the window's page is loaded: nothing but the files of the built window, under a
// strict content security policy.
import { protocol } from 'electron'
import { readWindowFile, windowHeaders } from '#lab/window-files.ts'
import { HOST, SCHEME } from './page-address.ts'

/** Makes `app://` a scheme like https: with an origin, secure, under same-origin rules. Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves `folder` at `app://charscope/`. Once the app is ready. */
export function setUpAppProtocol(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const file = host === HOST && isRead ? await readWindowFile(folder, pathname) : null
    if (!file) return new Response(null, { status: 404, headers: windowHeaders() })
    return new Response(file.bytes, { headers: { ...windowHeaders(), 'Content-Type': file.contentType } })
  })
}
