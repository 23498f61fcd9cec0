// The sentences that commands share, in both languages. Those of one command stand with it, those of flags in their
// tables, and those of the contract's errors in the contract.
import type { ErrorParameters, Language } from '#core/contract/errors.ts'
import { localisedText, type Localised } from './localised.ts'

/** `{name}` stands for a parameter. */
const MESSAGES = {
  'command-unknown': {
    en: 'there is no command “{command}”; charscope --help lists them',
    zh: '没有“{command}”命令；运行 charscope --help 查看所有命令',
  },
  'flag-unknown': {
    en: 'there is no option {flag}; charscope {help} lists them',
    zh: '没有 {flag} 选项；运行 charscope {help} 查看所有选项',
  },
  'flag-without-value': { en: '{flag} needs a value', zh: '{flag} 需要一个值' },
  'switch-with-value': { en: '{flag} takes no value', zh: '{flag} 不带值' },
  'flag-not-in-range': {
    en: '{flag} must be a number from {minimum} to {maximum}, not “{value}”',
    zh: '{flag} 必须是 {minimum} 到 {maximum} 之间的数，不能是“{value}”',
  },
  'flag-not-whole': {
    en: '{flag} must be a whole number from {minimum} to {maximum}, not “{value}”',
    zh: '{flag} 必须是 {minimum} 到 {maximum} 之间的整数，不能是“{value}”',
  },
  'flag-not-a-choice': {
    en: '{flag} must be one of {choices}, not “{value}”',
    zh: '{flag} 只能是 {choices} 之一，不能是“{value}”',
  },
  'escape-unknown': {
    en: '{name}: “{escape}” is no escape; there are \\n, \\t, \\xNN and \\uNNNN, and \\\\ for a backslash',
    zh: '{name}：“{escape}”不是转义符；可用 \\n、\\t、\\xNN 和 \\uNNNN，反斜杠写作 \\\\',
  },
  'not-one-character': {
    en: '{name} must be one single character, not “{value}”',
    zh: '{name} 只能是一个字符，不能是“{value}”',
  },
  'operand-missing': { en: '{operand} is missing: charscope {usage}', zh: '缺少 {operand}：charscope {usage}' },
  'operand-unexpected': {
    en: '“{operand}” is one argument too many: charscope {usage}',
    zh: '“{operand}”是多余的参数：charscope {usage}',
  },
  'unknown-left-out': {
    en: '{file}: {count} characters that the network does not know were left out: {characters}',
    zh: '{file}：略去了 {count} 个网络不认识的字符：{characters}',
  },
  'bar-reading': { en: 'reading the text', zh: '正在读取文本' },
  'output-failed': { en: 'the output cannot be written ({detail})', zh: '无法写入输出（{detail}）' },
  usage: { en: 'Usage: charscope {usage}', zh: '用法：charscope {usage}' },
  'any-options': { en: '[options]', zh: '[选项]' },
  commands: { en: 'Commands:', zh: '命令：' },
  options: { en: 'Options:', zh: '选项：' },
  'help-hint': {
    en: 'charscope help COMMAND tells more about a command.',
    zh: '运行 charscope help COMMAND 查看某个命令的说明。',
  },
  about: {
    en: 'Charscope trains character-level recurrent networks and shows why they write what they write.',
    zh: 'Charscope 训练字符级循环网络，并展示它们为何写出这些文字。',
  },
  'show-help': { en: 'show this help', zh: '显示本帮助' },
  'show-version': { en: 'show the version', zh: '显示版本号' },
  'flag-range': { en: '{minimum} to {maximum}', zh: '{minimum} 到 {maximum}' },
  'flag-default': { en: 'default {value}', zh: '默认 {value}' },
  'flag-with-note': { en: '{meaning} ({note})', zh: '{meaning}（{note}）' },
  'flag-with-notes': { en: '{meaning} ({first}; {second})', zh: '{meaning}（{first}；{second}）' },
  'text-opened': {
    en: '{file}: {characters} characters, {unique} distinct, read as {encoding}{lineBreaks}',
    zh: '{file}：{characters} 个字符，{unique} 种不同字符，按 {encoding} 读取{lineBreaks}',
  },
  'windows-line-breaks': {
    en: '; {count} Windows line breaks (CRLF) are kept, two characters each',
    zh: '；保留 {count} 个 Windows 换行符（CRLF），每个算两个字符',
  },
  'kernel-changed': {
    en: 'The run goes on with the kernel “{kernel}”; its snapshot was computed with “{earlier}”. Numbers agree to about 12 digits, not to the last bit, and training enlarges such differences; --kernel {earlier} asks for the earlier one.',
    zh: '本次训练改用内核“{kernel}”继续；其快照由“{earlier}”算出。两者的数值约有 12 位相同，但并非每一位都相同，而训练会放大这样的差异；可用 --kernel {earlier} 指定原来的内核。',
  },
  'kernel-slow': {
    en: 'The TypeScript reference computes this run, several times slower than the kernel in WebAssembly SIMD.',
    zh: '本次训练由 TypeScript 参考实现计算，比 WebAssembly SIMD 内核慢几倍。',
  },
  'sample-heading': { en: '--- iteration {iteration} ---', zh: '--- 第 {iteration} 次迭代 ---' },
  'loss-line': {
    en: 'iteration {iteration}: loss {loss}, smooth loss {smoothLoss}',
    zh: '第 {iteration} 次迭代：损失 {loss}，平滑损失 {smoothLoss}',
  },
  'bar-iteration': { en: 'iteration {iteration} of {target}', zh: '迭代 {iteration}/{target}' },
  'bar-smooth-loss': { en: 'smooth loss {smoothLoss}', zh: '平滑损失 {smoothLoss}' },
  'bar-speed': { en: '{speed} it/s', zh: '每秒 {speed} 次' },
  'bar-time-left': { en: '{duration} left', zh: '还需 {duration}' },
  closing: {
    en: '{iterations} iterations in {duration}: smooth loss {smoothLoss}, {milliseconds} ms an iteration, {speed} characters a second',
    zh: '{iterations} 次迭代，用时 {duration}：平滑损失 {smoothLoss}，每次迭代 {milliseconds} 毫秒，每秒 {speed} 个字符',
  },
  'closing-stopped': { en: 'stopped after {closing}', zh: '已停止：{closing}' },
} satisfies Record<string, Localised>

export type MessageName = keyof typeof MESSAGES

export interface Message {
  name: MessageName
  parameters: ErrorParameters
}

/** The sentence in the user's language. */
export function messageText(name: MessageName, language: Language, parameters: ErrorParameters = {}): string {
  return localisedText(MESSAGES[name], language, parameters)
}
