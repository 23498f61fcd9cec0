// The types of the sample texts' grammars, for the tests, which are TypeScript.

/** A literal, or a symbol still to be expanded, with a capital letter or without. */
export type Part = string | { symbol: string; capital: boolean }

/** One way to expand a symbol; the probabilities of a symbol's alternatives add up to 1. */
export interface Alternative {
  probability: number
  parts: readonly Part[]
}

export type Grammar = ReadonlyMap<string, readonly Alternative[]>

/** What is known of a text: counts in code points, entropies in bits. */
export interface Facts {
  characters: number
  distinctCharacters: number
  colons: number
  newlinesAfterColon: number
  probabilityNewlineAfterColon: number
  entropyBitsPerCharacter: number
  expectedEntropyBitsPerCharacter: number
}

export const texts: readonly { id: string; grammar: Grammar }[]

export function makeText(grammar: Grammar): { text: string; facts: Facts }
