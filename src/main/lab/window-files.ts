// What a page may be served: the files of the built window, each with its type, under a strict content security
// policy. Which request deserves an answer at all is decided by the front.
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

// A whitelist rather than a search for `..`: nothing that begins with a dot, no backslash, no escape, no empty part.
const PATH_PART = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/

export interface WindowFile {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
}

/**
 * Reads one file of the built window.
 *
 * @param folder the window's folder
 * @param pathname path of the request's URL, still percent-encoded; `/` is the page itself
 * @returns null when the window has no such file
 */
export async function readWindowFile(folder: string, pathname: string): Promise<WindowFile | null> {
  const parts = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/')
  const contentType = CONTENT_TYPES[extname(parts.at(-1) ?? '')]
  if (!contentType || !pathname.startsWith('/') || !parts.every((part) => PATH_PART.test(part))) return null
  try {
    return { bytes: await readFile(join(folder, ...parts)), contentType }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/**
 * Headers for everything that is served to the page.
 *
 * @param connections further sources that the page may connect to, besides its own origin
 */
export function windowHeaders(connections: readonly string[] = []): Record<string, string> {
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': ["'self'", ...connections].join(' '),
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  }
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map((directive) => directive.join(' '))
      .join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}
