// How often the entries of an array fall into equal bins, with the edges of numpy.histogram.

/** The edges of the bins of `histogram`, bins + 1 of them: numpy.linspace over its range. */
export function histogramEdges(minimum: number, maximum: number, bins: number): Float64Array {
  const margin = minimum === maximum ? 0.5 : 0
  const [first, last] = [minimum - margin, maximum + margin]
  const step = (last - first) / bins
  const edges = Float64Array.from({ length: bins + 1 }, (_, bin) => bin * step + first)
  edges[bins] = last
  return edges
}

/**
 * Counts in `bins` equal bins from the least to the greatest entry. A bin holds its lower edge and not its upper one,
 * but the last holds both; entries that are all equal are put in the middle of a range of 1.
 *
 * @param values finite, at least one
 */
export function histogram(values: Float64Array, minimum: number, maximum: number, bins: number): number[] {
  const edges = histogramEdges(minimum, maximum, bins)
  const [first, last] = [edges[0]!, edges[bins]!]
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) {
    let bin = Math.min(bins - 1, Math.floor(((value - first) / (last - first)) * bins))
    // The quotient is rounded: at an edge, the edge decides.
    if (value < edges[bin]!) bin--
    else if (bin < bins - 1 && value >= edges[bin + 1]!) bin++
    counts[bin]!++
  }
  return counts
}
