// What the program answers to its arguments: help, version, and one line for everything that it cannot use.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { NUMBER_SETTINGS } from '#core/contract/settings.ts'
import { runCli, temporaryFolder, textFile } from './cli-process.ts'
import { runHere } from './recorded-command.ts'

const CHINESE = { LC_ALL: 'zh_CN.UTF-8' }

const cli = inject('cli')

describe('help and version', () => {
  it.each([[['--help']], [['-h']], [['help']], [[]]])('%j shows the commands', async (argumentList) => {
    const { code, stdout, stderr } = await runHere(argumentList)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of ['train FILE', 'sample SNAPSHOT', 'info FILE', 'convert IN OUT']) {
      expect(stdout).toContain(command)
    }
  })

  it.each([[['help', 'train']], [['train', '--help']], [['train', 'file', '-h']]])(
    '%j shows the flags of train with their defaults',
    async (argumentList) => {
      const { code, stdout } = await runHere(argumentList)
      expect(code).toBe(0)
      expect(stdout).toContain('Usage: charscope train FILE')
      expect(stdout).toMatch(/--iterations N .*default 1000/)
      expect(stdout).toMatch(new RegExp(`--hidden N .*default ${NUMBER_SETTINGS.hiddenSize.default}`))
      expect(stdout).toMatch(/--encoding auto\|utf-8\|gb18030\|utf-16\|bytes .*default auto/)
    },
  )

  it('shows how a command is called that has no options', async () => {
    const { stdout } = await runHere(['help', 'convert'])
    expect(stdout).toMatch(/^Usage: charscope convert IN OUT$/m)
    expect(stdout).not.toContain('Options')
  })

  it('speaks Chinese', async () => {
    const { stdout } = await runHere(['help', 'train'], CHINESE)
    expect(stdout).toContain('用法：charscope train FILE')
    expect(stdout).toMatch(/--hidden N .*隐藏单元数/)
  })

  it('prints the version of the package', async () => {
    const packageFile = resolve(import.meta.dirname, '../../../package.json')
    const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
    expect((await runCli(cli, ['--version'])).stdout).toBe(`${version}\n`)
  })
})

describe('what cannot be used', () => {
  it.each([
    [['learn'], /there is no command “learn”/],
    [['help', 'learn'], /there is no command “learn”/],
    [['--hidden', '5'], /there is no option --hidden/],
    [['train'], /FILE is missing/],
    [['train', 'one', 'two'], /“two” is one argument too many/],
    [['train', 'x', '--layers', '2'], /there is no option --layers/],
    [['train', 'x', '-j'], /there is no option -j/],
    [['train', 'x', '--hidden'], /--hidden needs a value/],
    [['train', 'x', '--hidden', 'many'], /--hidden must be a whole number from 1 to 2048, not “many”/],
    [['train', 'x', '--hidden', '0'], /--hidden must be a whole number/],
    [['train', 'x', '--hidden', '2.5'], /--hidden must be a whole number/],
    [['train', 'x', '--learning-rate', '-1'], /--learning-rate must be a number from/],
    [['train', 'x', '--seed', '0x10'], /--seed must be a whole number/],
    [['train', 'x', '--log-every', '0'], /--log-every must be a whole number from 1/],
    [
      ['train', 'x', '--encoding', 'latin1'],
      /--encoding must be one of auto, utf-8, gb18030, utf-16, bytes, not “latin1”/,
    ],
    [['train', 'x', '--json=yes'], /--json takes no value/],
    [['train', 'x', '--snapshot='], /--snapshot needs a value/],
    [['sample'], /SNAPSHOT is missing/],
    [['sample', 'x', '--prompt'], /--prompt needs a value/],
    [['sample', 'x', '--prompt', 'a\\qb'], /--prompt: “\\q” is no escape/],
    [['sample', 'x', '--temperature', '-0.5'], /--temperature must be a number from 0 to 100/],
    [['sample', 'x', '--length', '0'], /--length must be a whole number from 1/],
    [['convert', 'x.npz'], /OUT is missing/],
    [['convert', 'x.npz', 'y.npz', '--json'], /there is no option --json/],
  ])('%j: exit code 2 and one line', async (argumentList, message) => {
    const { code, stdout, stderr } = await runHere(argumentList)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^charscope: [^\n]+\n$/)
  })

  it.each([
    ['no-such-file.txt', /“no-such-file.txt”/],
    ['.', /is a folder/],
  ])('train %s: exit code 2 and one line', async (file, message) => {
    const { code, stdout, stderr } = await runCli(cli, ['train', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^charscope: [^\n]+\n$/)
  })

  it.each([
    ['an empty file', '', [], /is empty/],
    ['too short a text', 'too short', [], /has 9 characters; a sequence of 25 needs at least 26/],
    ['a text of one character', 'a'.repeat(100), [], /repeats one single character/],
    [
      'bytes that are not UTF-8',
      Uint8Array.of(97, 98, 255, 97),
      ['--encoding', 'utf-8'],
      /is not UTF-8: the byte at 2/,
    ],
  ])('%s: exit code 2 and one line', async (_, content, flags, message) => {
    const { code, stdout, stderr } = await runCli(cli, ['train', textFile(content), ...flags])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^charscope: [^\n]+\n$/)
  })

  it('a data folder that cannot be made: exit code 2 and one line', async () => {
    const flags = ['--data-folder', `${textFile('a file')}/folder`]
    const { code, stderr } = await runCli(cli, ['train', textFile('one two three'), ...flags])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^charscope: The data folder [^\n]+\n$/)
  })

  it('says it in Chinese where the locale is Chinese', async () => {
    const { code, stderr } = await runCli(cli, ['train', temporaryFolder()], CHINESE)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^charscope: .*是文件夹/)
  })
})
