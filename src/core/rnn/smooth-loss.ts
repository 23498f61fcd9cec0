// The loss smoothed over about a thousand iterations, as the report prints it.

/** The start: what a uniform guess over V characters loses on a sequence of T, T ln V nats. */
export function initialSmoothLoss(vocabularySize: number, sequenceLength: number): number {
  return -Math.log(1 / vocabularySize) * sequenceLength
}

export function nextSmoothLoss(smoothLoss: number, loss: number): number {
  return smoothLoss * 0.999 + loss * 0.001
}
