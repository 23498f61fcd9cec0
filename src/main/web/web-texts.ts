// What the browser front says in the terminal.
import type { Language } from '#core/contract/errors.ts'

const TEXTS = {
  open: {
    en: 'Open the lab in your browser at {address} (this address works once; Ctrl+C ends the lab).',
    zh: '请在浏览器中打开实验室：{address} （地址只能使用一次；按 Ctrl+C 结束实验室）。',
  },
  usage: {
    en: 'These arguments are not understood; the browser front takes [--port 0..65535] [--no-open].',
    zh: '无法理解这些参数；浏览器界面接受 [--port 0..65535] [--no-open]。',
  },
  'port-taken': {
    en: 'The lab cannot listen on port {port} ({detail}). Choose another with --port, or none for any free one.',
    zh: '实验室无法使用端口 {port}（{detail}）。请用 --port 换一个，或不指定端口。',
  },
  closing: { en: 'Closing the lab…', zh: '正在关闭实验室…' },
} satisfies Record<string, Record<Language, string>>

export function webText(
  name: keyof typeof TEXTS,
  language: Language,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  return TEXTS[name][language].replace(/\{(\w+)\}/g, (whole, parameter: string) =>
    String(parameters[parameter] ?? whole),
  )
}
