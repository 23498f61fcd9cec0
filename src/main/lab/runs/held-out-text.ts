// A text's end that is not trained on, so that the network can be tested on it.

/** Characters of the text that are trained on. */
export function trainingLength(characters: number, heldOutShare: number): number {
  return characters - Math.floor(characters * heldOutShare)
}

/** @param indices (characters) uint16 vocabulary indices; its parts are copies, unless nothing is held out */
export function splitText(
  indices: SharedArrayBuffer,
  heldOutShare: number,
): { training: SharedArrayBuffer; heldOut: SharedArrayBuffer | null } {
  const bytesEach = Uint16Array.BYTES_PER_ELEMENT
  const end = trainingLength(indices.byteLength / bytesEach, heldOutShare) * bytesEach
  if (end === indices.byteLength) return { training: indices, heldOut: null }
  return { training: indices.slice(0, end), heldOut: indices.slice(end) }
}
