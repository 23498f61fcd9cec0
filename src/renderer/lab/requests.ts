// Calls to the lab for those who only want the value: what goes wrong is reported in one place and answered with
// undefined, also when the way to the lab itself breaks.
import type { ErrorValue } from '#core/contract/errors.ts'
import type { LabClient, OperationInput, OperationName, OperationOutput, Result } from '#core/contract/operations.ts'

export type Request = <Name extends OperationName>(
  name: Name,
  input: OperationInput<Name>,
) => Promise<OperationOutput<Name> | undefined>

/** The promise's result; a rejection, which the contract does not foresee, as an `internal` error. */
export async function settled<Value>(promise: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await promise
  } catch (reason) {
    return { ok: false, error: { code: 'internal', parameters: { detail: String(reason) } } }
  }
}

export function createRequest(lab: LabClient, report: (error: ErrorValue) => void): Request {
  return async (name, input) => {
    const result = await settled(lab.call(name, input))
    if (result.ok) return result.value
    report(result.error)
    return undefined
  }
}
