// The weights under the report's masks as a CSV file, one a line, with all of their digits.
import { basename } from 'node:path'
import type { OperationInput, Result } from '#core/contract/operations.ts'
import { systemCodeOf } from '#lab/lab-error.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { writeFileAtomically } from '#lab/storage/atomic-file.ts'

/** Weights that are asked for at a time. */
const PAGE = 50_000
const HEADING = 'parameter,row,column,value'

/** Writes Whh[after, before], then Why[outcomes, after], row by row. */
export async function saveMaskedWeights(
  lab: Lab,
  path: string,
  request: Omit<OperationInput<'analysis.masks'>, 'source'>,
  target: string,
): Promise<Result<null>> {
  const lines = [HEADING]
  for (const parameter of ['Whh', 'Why'] as const) {
    for (let from = 0, found = PAGE; found === PAGE; from += PAGE) {
      const page = { ...request, parameter, from, limit: PAGE }
      const weights = await lab.snapshotFiles.analyse(path, 'analysis.maskedWeights', page)
      if (!weights.ok) return weights
      found = weights.value.length
      for (const { row, column, value } of weights.value) lines.push(`${parameter},${row},${column},${value}`)
    }
  }
  try {
    await writeFileAtomically(target, `${lines.join('\n')}\n`)
    return { ok: true, value: null }
  } catch (error) {
    const parameters = { file: basename(target), detail: systemCodeOf(error) }
    return { ok: false, error: { code: 'file-unwritable', parameters } }
  }
}
