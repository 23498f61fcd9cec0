// Who may use this lab: the browser that opened the address with the one-time token first. It then holds a cookie that
// lives as long as this process.
import { randomBytes, timingSafeEqual } from 'node:crypto'

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function equals(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

export class Session {
  /** Part of the address that the user is told; good for one visit. */
  readonly token = secret()
  readonly #cookieValue = secret()
  readonly #cookieName: string
  #redeemed = false

  /** @param port tells the cookies of two labs on one machine apart: cookies know hosts, not ports */
  constructor(port: number) {
    this.#cookieName = `charscope-${port}`
  }

  /** @returns the Set-Cookie header for the first visit with the right token, null for any other */
  redeem(token: string): string | null {
    if (this.#redeemed || !equals(token, this.token)) return null
    this.#redeemed = true
    return `${this.#cookieName}=${this.#cookieValue}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** True when a request's Cookie header carries this session's cookie. */
  isHeldBy(cookieHeader: string | undefined): boolean {
    const prefix = `${this.#cookieName}=`
    return (cookieHeader ?? '')
      .split(';')
      .map((cookie) => cookie.trim())
      .some((cookie) => cookie.startsWith(prefix) && equals(cookie.slice(prefix.length), this.#cookieValue))
  }
}
