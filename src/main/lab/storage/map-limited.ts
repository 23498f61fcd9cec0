// Many files at once, but not all: a folder may hold more than the system opens.

const AT_ONCE = 32

/** The results of `work` for every item, in the order of the items. */
export async function mapLimited<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = []
  let next = 0
  async function workOn(): Promise<void> {
    while (next < items.length) {
      const index = next++
      values[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn))
  return values
}
