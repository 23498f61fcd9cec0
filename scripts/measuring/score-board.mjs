// What was checked, how it came out, and the figures behind it: a table on the terminal that grows row by row.

const LABELS = { passed: 'ok', failed: 'FAILED', skipped: 'SKIPPED' }
const LABEL_WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length))
const NAME_WIDTH = 66

/** @typedef {keyof typeof LABELS} Outcome */

export class ScoreBoard {
  /** @type {Record<Outcome, number>} */
  counts = { passed: 0, failed: 0, skipped: 0 }

  /** @param {string} title */
  section(title) {
    console.log(`\n${title}`)
  }

  /** @param {Outcome} outcome @param {string} name @param {string} figures */
  row(outcome, name, figures) {
    this.counts[outcome]++
    console.log(`  ${LABELS[outcome].padEnd(LABEL_WIDTH)}  ${name.padEnd(NAME_WIDTH)}  ${figures}`)
  }

  /** A row that passes when `figure` is at most `limit`. @param {string} name @param {number} figure @param {number} limit */
  atMost(name, figure, limit) {
    this.row(
      figure <= limit ? 'passed' : 'failed',
      name,
      `${figure.toExponential(1)} (limit ${limit.toExponential(0)})`,
    )
  }

  /** The last line of the program. @returns {number} its exit code */
  conclude() {
    const { passed, failed, skipped } = this.counts
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
    return failed > 0 ? 1 : 0
  }
}
