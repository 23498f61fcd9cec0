// How many characters a pane may write by now at its speed. Time in which nobody reads, or in which the pane is paused,
// is not made up for.

/** At most so much time is made up for at once. */
const LONGEST_MS = 250

export class Pace {
  #lastMs: number
  #owed = 0

  constructor(nowMs: number) {
    this.#lastMs = nowMs
  }

  /** @param charactersPerSecond null for as many as are wanted */
  allowed(nowMs: number, charactersPerSecond: number | null): number {
    const elapsedMs = Math.min(nowMs - this.#lastMs, LONGEST_MS)
    this.#lastMs = nowMs
    if (charactersPerSecond === null) return Infinity
    this.#owed += (elapsedMs / 1000) * charactersPerSecond
    const whole = Math.floor(this.#owed)
    this.#owed -= whole
    return whole
  }
}
