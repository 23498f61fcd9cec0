// What `--json` prints: one value a line.

export function jsonLines<Line>(stdout: string): Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}
