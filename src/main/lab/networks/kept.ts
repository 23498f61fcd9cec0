// What a thread keeps at hand by name, such as networks: the last few that were used.

/** So many stay; the one that was not used for longest goes first. */
const KEPT = 3

export class Kept<Value> {
  readonly #values = new Map<string, Value>()

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#values.delete(key)
    this.#values.set(key, value)
    for (const oldest of [...this.#values.keys()].slice(0, -KEPT)) this.#values.delete(oldest)
  }
}
