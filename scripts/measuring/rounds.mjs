// Measuring programs against each other: they take turns, so that a machine that slows down slows all of them, and each
// ratio is one of two figures of the same round.

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs all programs `rounds` times in turn. Each answers how fast it was, more being faster; the ratios are to `base`.
 *
 * @param {Record<string, () => Promise<number>>} programs
 * @param {string} base
 * @param {number} rounds
 */
export async function compare(programs, base, rounds) {
  const names = Object.keys(programs)
  const speeds = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) speeds[name].push(await programs[name]())
  }
  return names.map((name) => {
    const ratios = speeds[name].map((speed, round) => speed / speeds[base][round])
    return { name, speeds: speeds[name], median: median(speeds[name]), ratios, ratio: median(ratios) }
  })
}
