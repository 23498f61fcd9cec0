// What the desktop says outside its pages and its menu: in dialogs, notifications and the tray.
import type { Language } from '#core/contract/errors.ts'
import { desktopLanguage } from './desktop-language.ts'

export const SYSTEM_TEXTS = {
  stillTraining: { en: 'A run is still training.', zh: '训练仍在进行。' },
  stillTrainingDetail: {
    en: 'It can go on while the window is closed; you find Charscope in the tray, or start it again. If you stop, the state of this moment is saved, and training can be resumed from it.',
    zh: '关闭窗口后训练可以继续：从系统托盘或重新启动即可回到 Charscope。如果停止，当前状态会保存下来，以后可以从这里继续训练。',
  },
  keepTraining: { en: 'Keep training in the background', zh: '在后台继续训练' },
  stopAndQuit: { en: 'Stop and quit', zh: '停止并退出' },
  cancel: { en: 'Cancel', zh: '取消' },
  trainingEnded: { en: 'Training has ended', zh: '训练已结束' },
  runFinished: { en: '“{text}”: {iteration} iterations done.', zh: '“{text}”：完成了 {iteration} 次迭代。' },
  runFailed: { en: '“{text}” failed at iteration {iteration}.', zh: '“{text}”在第 {iteration} 次迭代失败。' },
  show: { en: 'Show Charscope', zh: '显示 Charscope' },
  quit: { en: 'Quit', zh: '退出' },
  trayTip: { en: 'Charscope is training', zh: 'Charscope 正在训练' },
} satisfies Record<string, Record<Language, string>>

/** The text in the user's language; `{name}` stands for a parameter. */
export function systemText(
  name: keyof typeof SYSTEM_TEXTS,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  return SYSTEM_TEXTS[name][desktopLanguage()].replace(/\{(\w+)\}/g, (whole, parameter: string) =>
    String(parameters[parameter] ?? whole),
  )
}
