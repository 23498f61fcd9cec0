// Whether a request comes from this machine's own browser and from the lab's own page. That it may use the lab at all is
// the session's to say.
import type { IncomingHttpHeaders } from 'node:http'

// Any port: a lab on a server is reached through a tunnel whose near end has another. A rebound name is still refused.
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** False for a name that a stranger's site made point to this machine (DNS rebinding). */
export function hasLoopbackHost({ host }: IncomingHttpHeaders): boolean {
  return host !== undefined && LOOPBACK_HOST.test(host)
}

/** True when the page that made the request has the very origin it asks; browsers say so for sockets and posts. */
export function isFromOwnPage({ host, origin }: IncomingHttpHeaders): boolean {
  return origin === `http://${host}`
}

/** True when another page made the request. A navigation and the page's own reads say nothing of an origin. */
export function isFromOtherPage(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined && !isFromOwnPage(headers)
}
