// `charscope train FILE`: opens a text, trains a network on it, and writes what happens. How that looks is up to the
// reports; what it means is up to the lab.
import { resolve } from 'node:path'
import type { RunSummary } from '#core/contract/runs.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { defineCommand } from './command.ts'
import { EndRequest } from './end-request.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JsonReport } from './json-report.ts'
import { messageText } from './messages.ts'
import { openLab } from './open-lab.ts'
import { complain, refuse } from './refusals.ts'
import { followRun } from './run-follower.ts'
import type { Terminal } from './terminal.ts'
import { TextReport } from './text-report.ts'
import { TRAIN_FLAGS, textOptions, trainingSettings, type TrainValues } from './train-flags.ts'
import { describeKernel } from './kernel-description.ts'
import { describeText } from './text-description.ts'

function conclude(terminal: Terminal, run: RunSummary, end: EndRequest): number {
  const { outputFailure } = terminal
  if (outputFailure && outputFailure.code !== 'EPIPE') {
    const detail = outputFailure.code ?? outputFailure.message
    terminal.note(`charscope: ${messageText('output-failed', terminal.language, { detail })}`)
    return EXIT_CODES.failure
  }
  if (run.failure) {
    complain(terminal, run.failure)
    return EXIT_CODES.failure
  }
  return end.exitCode ?? EXIT_CODES.success
}

async function train(
  lab: Lab,
  terminal: Terminal,
  file: string,
  values: TrainValues,
  end: EndRequest,
): Promise<number> {
  const opened = await lab.openTextFile(resolve(file))
  if (!opened.ok) return refuse(terminal, opened.error)
  const options = textOptions(values)
  const described = await lab.call('datasets.describe', { datasetId: opened.value.id, options })
  if (!described.ok) return refuse(terminal, described.error)
  if (end.exitCode !== null) return end.exitCode

  const settings = trainingSettings(values)
  const started = await lab.call('runs.start', { datasetId: opened.value.id, options, settings })
  if (!started.ok) return refuse(terminal, started.error)
  const report = values['json'] ? new JsonReport(terminal) : new TextReport(terminal)
  if (!values['json']) terminal.note(describeText(described.value, terminal.language))
  const aboutKernel = describeKernel(started.value, terminal.language)
  if (aboutKernel !== null) terminal.note(aboutKernel)
  const run = await followRun(lab, started.value, { logEvery: values['log-every'], report, end })
  report.close(run)
  return conclude(terminal, run, end)
}

export const trainCommand = defineCommand({
  operands: ['FILE'],
  summary: { en: 'train a network on a text', zh: '用一个文本训练网络' },
  details: [
    {
      en: 'Samples go to standard output as they are drawn. Ctrl+C stops the run; what it has learned is kept.',
      zh: '样本在产生时写到标准输出。按 Ctrl+C 停止训练，已有的结果会保留。',
    },
  ],
  flags: TRAIN_FLAGS,
  async run(terminal, { operands: [file], values }) {
    const end = new EndRequest(terminal)
    const lab = await openLab(values['data-folder'], values['kernel'])
    if (!lab.ok) return refuse(terminal, lab.error)
    try {
      return await train(lab.value, terminal, file!, values, end)
    } finally {
      await lab.value.close()
      end.dispose()
    }
  },
})
