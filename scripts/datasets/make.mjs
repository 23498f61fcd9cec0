// Rewrites the sample texts and the facts in their table, and prints the facts: node scripts/datasets/make.mjs
// Titles, descriptions and suggestions in the table are written by hand and stay as they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { makeText, texts } from './texts.mjs'

const folder = new URL('../../resources/datasets/', import.meta.url)
const tableFile = new URL('datasets.json', folder)

const table = JSON.parse(readFileSync(tableFile, 'utf8'))
for (const { id, grammar } of texts) {
  const entry = table.find((candidate) => candidate.id === id)
  const { text, facts } = makeText(grammar)
  writeFileSync(new URL(entry.file, folder), text)
  entry.facts = facts
  console.log(id, facts)
}
writeFileSync(tableFile, `${JSON.stringify(table, null, 2)}\n`)
