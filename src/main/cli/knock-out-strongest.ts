// The strongest weights of a contrast knocked out, beside as many at random.
import type { ContextsRequest, ContrastExplanation, KnockOut, RandomKnockOut } from '#core/contract/analysis.ts'
import type { Result } from '#core/contract/operations.ts'
import type { Lab } from '#lab/lab-interface.ts'

export interface KnockedOut extends KnockOut {
  count: number
  random: RandomKnockOut
}

/** @param count of weights; all of them where there are fewer */
export async function knockOutStrongest(
  lab: Lab,
  path: string,
  asked: Omit<ContextsRequest, 'source'>,
  { rows, network }: ContrastExplanation,
  count: number,
  seed: number,
): Promise<Result<KnockedOut>> {
  const column = network.vocabulary.indexOf(Array.from(asked.target).at(-1)!)
  const strongest = rows.slice(0, count)
  const changes = strongest.map(({ unit }) => ({ parameter: 'Wxh' as const, row: unit, column, value: 0 }))
  const chosen = await lab.snapshotFiles.analyse(path, 'analysis.knockOut', { ...asked, changes })
  if (!chosen.ok) return chosen
  const request = { ...asked, count: strongest.length, drawSeed: seed }
  const random = await lab.snapshotFiles.analyse(path, 'analysis.randomKnockOut', request)
  if (!random.ok) return random
  return { ok: true, value: { ...chosen.value, count: strongest.length, random: random.value } }
}
