// How far two lists of numbers or two texts are apart.

/** |a - b| / |b|; 0 for equal numbers, NaN never counts as equal. @param {number} a @param {number} b */
function relativeDifference(a, b) {
  return a === b ? 0 : Math.abs(a - b) / Math.abs(b)
}

/** The greatest relative difference of corresponding entries; infinite when the lengths differ or a number is not finite. */
export function worstDifference(ours, theirs) {
  if (ours.length !== theirs.length || ours.length === 0) return Infinity
  let worst = 0
  for (let i = 0; i < ours.length; i++) {
    const difference = relativeDifference(ours[i], theirs[i])
    if (!(difference <= worst)) worst = Number.isFinite(difference) ? difference : Infinity
  }
  return worst
}

/** Where two texts part, in a phrase; null when they are equal. @param {string} ours @param {string} theirs */
export function firstDisagreement(ours, theirs) {
  if (ours === theirs) return null
  const a = [...ours]
  const b = [...theirs]
  const position = a.findIndex((character, index) => character !== b[index])
  if (position === -1) return `ours ends after ${a.length} of ${b.length} characters`
  return `character ${position}: ${JSON.stringify(a[position])}, the reference ${JSON.stringify(b[position] ?? '')}`
}
