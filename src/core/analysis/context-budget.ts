// Which of a text's characters have their states kept, so that later questions about any of them need no second pass:
// all of the rare ones, an even choice of the frequent ones, in a bounded memory.

/**
 * How many occurrences of each character are kept when `places` can be kept in all: as many as there are, but no more
 * of any character than all frequent ones can have alike.
 *
 * @param counts occurrences by vocabulary index
 */
export function keptOccurrences(counts: ArrayLike<number>, places: number): number[] {
  const ascending = Array.from(counts).sort((a, b) => a - b)
  let left = places
  let whole = 0
  while (whole < ascending.length && ascending[whole]! * (ascending.length - whole) <= left) left -= ascending[whole++]!
  const most = whole === ascending.length ? Infinity : Math.floor(left / (ascending.length - whole))
  return Array.from(counts, (count) => Math.min(count, most))
}

/** How many of the first `occurrences` of a character are among `kept` of `count` taken evenly. */
export function keptBefore(occurrences: number, kept: number, count: number): number {
  return Math.floor((occurrences * kept) / count)
}
