import { describe, expect, it } from 'vitest'
import { parseWebArguments } from '../../../src/main/web/web-arguments.ts'

describe('parseWebArguments', () => {
  it.each([
    [[], { port: 0, openBrowser: true }],
    [['--port', '8080'], { port: 8080, openBrowser: true }],
    [['--port=65535', '--no-open'], { port: 65535, openBrowser: false }],
    [['--port', '65536'], null],
    [['--port', '-1'], null],
    [['--port', '80a'], null],
    [['--port'], null],
    [['--host', '0.0.0.0'], null],
    [['file.txt'], null],
  ])('%j', (argumentList, expected) => {
    expect(parseWebArguments(argumentList)).toEqual(expected)
  })
})
