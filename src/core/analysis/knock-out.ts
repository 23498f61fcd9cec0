// What becomes of the probabilities when weights are set to another value at the character's own step: the intervention
// that an explanation has to stand up to. Only what the changed weights reach is computed again.
import type { WeightChange } from '../contract/analysis.ts'
import { meanProbabilities, type ContextStates } from './context-states.ts'

/** New entries of the arrays by coordinate, as NumPy has them: rows of Wxh, Whh and Why are those of the report. */
type Changed = Map<number, Map<number, number>>

function byRow(changes: readonly WeightChange[], parameter: WeightChange['parameter']): Changed {
  const rows: Changed = new Map()
  for (const change of changes) {
    if (change.parameter !== parameter) continue
    const row = rows.get(change.row) ?? new Map<number, number>()
    rows.set(change.row, row.set(change.column, change.value))
  }
  return rows
}

/** The unit's activation in every context (count) with the weights into it changed. */
function activations(states: ContextStates, unit: number, ofWxh: Changed, ofWhh: Changed, ofBh: Changed): Float64Array {
  const { count, sizes, parameters, character, hprev, pre } = states
  const { hiddenSize, vocabularySize } = sizes
  const input = ofWxh.get(unit)?.get(character) ?? parameters.Wxh[unit * vocabularySize + character]!
  const biasChange = (ofBh.get(unit)?.get(0) ?? parameters.bh[unit]!) - parameters.bh[unit]!
  const hops = [...(ofWhh.get(unit) ?? [])].map(
    ([v, value]) => [v, value - parameters.Whh[unit * hiddenSize + v]!] as const,
  )
  return Float64Array.from({ length: count }, (_, context) => {
    let sum = pre[context * hiddenSize + unit]! + input + biasChange
    for (const [v, change] of hops) sum += change * hprev[context * hiddenSize + v]!
    return Math.tanh(sum)
  })
}

/**
 * The logits (count, V) of every context with the given weights changed while the character is read; the state before it
 * is as it was.
 */
export function changedLogits(states: ContextStates, changes: readonly WeightChange[]): Float64Array {
  const { count, sizes, parameters, h } = states
  const { hiddenSize, vocabularySize } = sizes
  const [ofWxh, ofWhh, ofBh] = [byRow(changes, 'Wxh'), byRow(changes, 'Whh'), byRow(changes, 'bh')]
  const [ofWhy, ofBy] = [byRow(changes, 'Why'), byRow(changes, 'by')]
  const logits = states.logits.slice()
  for (const unit of new Set([...ofWxh.keys(), ...ofWhh.keys(), ...ofBh.keys()])) {
    const changed = activations(states, unit, ofWxh, ofWhh, ofBh)
    for (let context = 0; context < count; context++) {
      addOutputs(logits, states, context, unit, changed[context]! - h[context * hiddenSize + unit]!)
    }
    // What of Why is changed too is made up for below, from the activation as it is now.
    for (const [outcome, columns] of ofWhy) {
      const value = columns.get(unit)
      if (value === undefined) continue
      const change = value - parameters.Why[outcome * hiddenSize + unit]!
      for (let context = 0; context < count; context++) {
        logits[context * vocabularySize + outcome]! += change * (changed[context]! - h[context * hiddenSize + unit]!)
      }
    }
  }
  for (const [outcome, columns] of ofWhy) {
    for (const [unit, value] of columns) {
      const change = value - parameters.Why[outcome * hiddenSize + unit]!
      for (let context = 0; context < count; context++) {
        logits[context * vocabularySize + outcome]! += change * h[context * hiddenSize + unit]!
      }
    }
  }
  for (const [outcome, columns] of ofBy) {
    const change = (columns.get(0) ?? parameters.by[outcome]!) - parameters.by[outcome]!
    for (let context = 0; context < count; context++) logits[context * vocabularySize + outcome]! += change
  }
  return logits
}

/** logits += Why[:, unit] times the change of that unit, in one context. */
export function addOutputs(
  logits: Float64Array,
  { sizes, parameters }: Pick<ContextStates, 'sizes' | 'parameters'>,
  context: number,
  unit: number,
  change: number,
): void {
  const { hiddenSize, vocabularySize } = sizes
  for (let outcome = 0; outcome < vocabularySize; outcome++) {
    logits[context * vocabularySize + outcome]! += change * parameters.Why[outcome * hiddenSize + unit]!
  }
}

/** (V): mean probabilities over the contexts with the weights changed. */
export function knockOut(states: ContextStates, changes: readonly WeightChange[]): Float64Array {
  return meanProbabilities(changedLogits(states, changes), states.sizes.vocabularySize)
}
