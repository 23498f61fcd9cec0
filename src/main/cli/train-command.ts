// `charscope train FILE`: opens a text, trains a network on it, and writes what happens. How that looks is up to the
// reports; what it means is up to the lab.
import { resolve } from 'node:path'
import type { RunSummary } from '#core/contract/runs.ts'
import type { Lab } from '#lab/lab-interface.ts'
import { beginRun, type TrainArguments } from './begin-run.ts'
import { defineCommand } from './command.ts'
import { EndRequest } from './end-request.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { JsonReport } from './json-report.ts'
import { describeKernel } from './kernel-description.ts'
import { formatNumber, localisedText, type Localised } from './localised.ts'
import { messageText } from './messages.ts'
import { withLab } from './open-lab.ts'
import { complain, refuse, type Hints } from './refusals.ts'
import { followRun } from './run-follower.ts'
import type { Terminal } from './terminal.ts'
import { TextReport } from './text-report.ts'
import { TRAIN_FLAGS } from './train-flags.ts'

const TEXTS = {
  saved: { en: 'iteration {iteration} saved as {file}', zh: '第 {iteration} 次迭代已保存为 {file}' },
  notSaved: { en: 'nothing was trained, so {file} was not written', zh: '尚未训练，未写出 {file}' },
} satisfies Record<string, Localised>

const HINTS: Hints = {
  'target-reached': {
    en: '--iterations N sets the total, those before included.',
    zh: '--iterations N 设定总次数（包括之前的迭代）。',
  },
}

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

/** Waits for the copy of the last snapshot; null when it could not be written, which is said. */
async function savedCopy(lab: Lab, terminal: Terminal, runId: string, file: string): Promise<string | null> {
  const finished = await lab.snapshotFiles.finishCopy(runId)
  if (!finished.ok) {
    complain(terminal, finished.error)
    return null
  }
  const iteration = finished.value
  if (iteration === null) return localisedText(TEXTS.notSaved, terminal.language, { file })
  const parameters = { file, iteration: formatNumber(iteration, terminal.language) }
  return localisedText(TEXTS.saved, terminal.language, parameters)
}

async function train(lab: Lab, terminal: Terminal, given: TrainArguments, end: EndRequest): Promise<number> {
  const { values, operands } = given
  const { snapshot, json } = values
  const checked = snapshot === null ? null : await lab.snapshotFiles.checkTarget(resolve(snapshot))
  if (checked && !checked.ok) return refuse(terminal, checked.error)
  const opened = await lab.openTextFile(resolve(operands[0]!))
  if (!opened.ok) return refuse(terminal, opened.error)
  if (end.exitCode !== null) return end.exitCode

  const begun = await beginRun(lab, opened.value.id, given, terminal.language)
  if (!begun.ok) return refuse(terminal, begun.error, HINTS)
  const { run: started, notes } = begun.value
  if (snapshot !== null) {
    lab.snapshotFiles.keepCopy(started.id, resolve(snapshot), (error) => complain(terminal, error))
  }
  if (!json) for (const note of notes) terminal.note(note)
  const aboutKernel = describeKernel(started, terminal.language)
  if (aboutKernel !== null) terminal.note(aboutKernel)
  const report = json ? new JsonReport(terminal) : new TextReport(terminal)
  const run = await followRun(lab, started, { logEvery: values['log-every'], report, end })
  report.close(run)
  const exitCode = conclude(terminal, run, end)
  if (snapshot === null) return exitCode
  const saved = await savedCopy(lab, terminal, run.id, snapshot)
  if (saved !== null && !json) terminal.note(saved)
  return saved === null ? EXIT_CODES.failure : exitCode
}

export const trainCommand = defineCommand({
  operands: ['FILE'],
  summary: { en: 'train a network on a text', zh: '用一个文本训练网络' },
  details: [
    {
      en: 'Samples go to standard output as they are drawn. Ctrl+C stops the run; what it has learned is kept.',
      zh: '样本在产生时写到标准输出。按 Ctrl+C 停止训练，已有的结果会保留。',
    },
    {
      en: 'Every run keeps snapshots in the lab’s data folder. With --snapshot the newest of those taken every --snapshot-every iterations is in OUT as well, and at the end, also after Ctrl+C, the last state: OUT is replaced as a whole each time, so that it is complete whatever happens.',
      zh: '每次训练都在实验室的数据文件夹中保存快照。使用 --snapshot 时，OUT 中始终是每隔 --snapshot-every 次迭代所存快照中最新的一个；训练结束时（按 Ctrl+C 也一样）写入最后的状态。OUT 每次都是整体替换，任何时候都是完整的文件。',
    },
    {
      en: 'With --resume the network, its settings and its place in the text are those of SNAPSHOT, and the run goes on exactly as if it had never stopped. --iterations is the total, those of SNAPSHOT included. Options that are given change the settings; the shape of the network, its characters and its seed cannot be changed.',
      zh: '使用 --resume 时，网络、设置和在文本中的位置都取自 SNAPSHOT，训练如同从未中断一样继续。--iterations 是总次数，包括 SNAPSHOT 已完成的迭代。给出的选项会改变设置；网络的形状、字符和种子不能改变。',
    },
  ],
  flags: TRAIN_FLAGS,
  async run(terminal, given) {
    const { 'data-folder': dataFolder, kernel } = given.values
    const end = new EndRequest(terminal)
    try {
      return await withLab(terminal, { dataFolder, kernel }, (lab) => train(lab, terminal, given, end))
    } finally {
      end.dispose()
    }
  },
})
