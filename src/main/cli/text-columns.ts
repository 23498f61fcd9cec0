// How many columns of a terminal a line takes: Chinese characters and full-width punctuation take two.

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Good for what this program writes itself: no combining marks, nothing beyond the basic plane. */
export function textColumns(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0)
}
