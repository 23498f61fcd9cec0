// Iterations a second over about the last second, from looks at irregular times.

const WINDOW_MS = 1000

export class Speedometer {
  #looks: { ms: number; iteration: number }[] = []

  /** Takes a look at time `ms`; returns iterations a second, 0 until there are two looks. */
  look(ms: number, iteration: number): number {
    this.#looks.push({ ms, iteration })
    // One look older than the window is kept, so that the looks always span it.
    while (this.#looks.length > 2 && ms - this.#looks[1]!.ms >= WINDOW_MS) this.#looks.shift()
    const first = this.#looks[0]!
    return ms > first.ms ? ((iteration - first.iteration) * 1000) / (ms - first.ms) : 0
  }

  reset(): void {
    this.#looks = []
  }
}
