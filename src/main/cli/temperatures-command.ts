// `charscope temperatures SNAPSHOT`: what one network writes at several temperatures with the same random numbers, and
// what can be counted in it. How that is told to people is up to temperatures-text.ts.
import { resolve } from 'node:path'
import { SAMPLING_TEMPERATURE } from '#core/contract/settings.ts'
import { FIRST_TEMPERATURES } from '#core/contract/temperatures.ts'
import { defineCommand } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JSON_FLAG } from './flags.ts'
import { printJson } from './json-output.ts'
import { withTemporaryLab } from './open-lab.ts'
import { parseNumber } from './parse-flags.ts'
import type { Parsed } from './parsed.ts'
import { PROMPT_FLAGS } from './prompt-flags.ts'
import { refuse, refuseArguments } from './refusals.ts'
import { temperaturesText } from './temperatures-text.ts'
import { WRITING_FLAGS } from './writing-flags.ts'

const RANGE = { range: SAMPLING_TEMPERATURE }

function parseTemperatures(text: string): Parsed<number[]> {
  const temperatures: number[] = []
  for (const part of text.split(',')) {
    const parsed = parseNumber('--temperatures', RANGE, part.trim())
    if (!parsed.ok) return parsed
    temperatures.push(parsed.value)
  }
  return { ok: true, value: temperatures }
}

export const temperaturesCommand = defineCommand({
  operands: ['SNAPSHOT'],
  summary: { en: 'write with the same luck at several temperatures', zh: '用相同的随机数在几种温度下写作' },
  details: [
    {
      en: 'Each text is the one that charscope sample writes at that temperature, prompt and seed.',
      zh: '每段文字都与 charscope sample 在该温度、开头和种子下写出的相同。',
    },
    {
      en: 'With --text the entropy is that of reading the file’s first 20,000 characters (those that the network knows), so that all temperatures are asked in the same places; without it, that of writing. Words are runs between white space; known words are those that the file has exactly.',
      zh: '给出 --text 时，熵在读取该文件前 20,000 个字符（网络认识的）时测得，各温度面对相同的上下文；否则在写作时测得。词是空白之间的一串字符；已知词是在文件中原样出现的词。',
    },
  ],
  flags: {
    temperatures: {
      kind: 'text',
      placeholder: 'T,T',
      default: FIRST_TEMPERATURES.join(','),
      meaning: { en: 'the temperatures, 0 always takes the likeliest', zh: '各个温度，0 总取最可能的字符' },
    },
    prompt: PROMPT_FLAGS.prompt,
    ...WRITING_FLAGS,
    text: {
      kind: 'path',
      placeholder: 'FILE',
      meaning: { en: 'the text to compare with', zh: '用来比较的文本' },
    },
    json: JSON_FLAG,
  },
  async run(terminal, { operands: [snapshot], values }) {
    const temperatures = parseTemperatures(values.temperatures)
    if (!temperatures.ok) return refuseArguments(terminal, temperatures.problem)
    return withTemporaryLab(terminal, async (lab) => {
      const opened = values.text === null ? null : await lab.openTextFile(resolve(values.text))
      if (opened && !opened.ok) return refuse(terminal, opened.error)
      const { prompt, length, seed } = values
      const request = { temperatures: temperatures.value, prompt, length, seed, datasetId: opened?.value.id ?? null }
      const reports = await lab.snapshotFiles.compareTemperatures(resolve(snapshot!), request)
      if (!reports.ok) return refuse(terminal, reports.error)
      if (values.json) printJson(terminal, reports.value)
      else terminal.print(temperaturesText(reports.value, prompt, terminal.language))
      return EXIT_CODES.success
    })
  },
})
