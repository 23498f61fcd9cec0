// `charscope past-matters SNAPSHOT --text FILE`: after which characters the state before them still changes what follows.
import { resolve } from 'node:path'
import type { PastMattersRow } from '#core/contract/analysis.ts'
import type { Language } from '#core/contract/errors.ts'
import { readAnalysedText, TEXT_FLAG } from './analysed-text.ts'
import { visible } from './character-shares.ts'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { withTemporaryLab } from './open-lab.ts'
import { refuse, refuseMissing } from './refusals.ts'
import { tableText } from './table.ts'

const TEXTS = {
  character: { en: 'Character', zh: '字符' },
  occurrences: { en: 'occurrences', zh: '次数' },
  bits: { en: 'bits', zh: '比特' },
  caution: {
    en: 'Bits: entropy of the mean distribution after the character less the mean entropy, over its places in the text. It measures what the state before the character changes for this network; it does not say what in the past does it, nor how much the past matters in the language. Of rare characters it says little.',
    zh: '比特数：该字符在文本各处之后的平均分布的熵，减去各处熵的平均。它衡量字符之前的状态对这个网络的预期有多大影响；并不说明是上文的什么起了作用，也不说明语言本身有多依赖上文。对少见的字符参考价值有限。',
  },
} satisfies Record<string, Localised>

function pastMattersText(rows: readonly PastMattersRow[], language: Language): string {
  const heading = [TEXTS.character, TEXTS.occurrences, TEXTS.bits].map((text) => localisedText(text, language))
  const told = rows.map(({ character, occurrences, bits }) => [
    visible(character),
    formatNumber(occurrences, language),
    formatNumber(bits, language, 4),
  ])
  const table = tableText([heading, ...told], ['left', 'right', 'right'])
  return `${table}\n\n${localisedText(TEXTS.caution, language)}`
}

export const pastMattersCommand = defineCommand({
  operands: ['SNAPSHOT'],
  summary: { en: 'rank characters by how much the past matters after them', zh: '按上文影响的大小给字符排序' },
  details: [],
  flags: { text: TEXT_FLAG, json: JSON_FLAG },
  async run(terminal, { operands: [snapshot], values }) {
    const { text: file } = values
    if (file === null) return refuseMissing(terminal, '--text FILE', 'past-matters SNAPSHOT --text FILE')
    return withTemporaryLab(terminal, async (lab) => {
      const read = await readAnalysedText(lab, terminal, resolve(snapshot!), file)
      if (!read.ok) return refuse(terminal, read.error)
      const { pastMatters } = read.value.summary
      if (values.json) {
        printJson(
          terminal,
          pastMatters.map(({ character, occurrences, bits }) => ({ character, occurrences, bits })),
        )
      } else {
        terminal.print(pastMattersText(pastMatters, terminal.language))
      }
      return EXIT_CODES.success
    })
  },
})
