import { describe, expect, it } from 'vitest'
import { filesNamed } from '../../../src/main/desktop/arguments.ts'

describe('filesNamed', () => {
  it.each([
    [['/opt/charscope/charscope'], true, []],
    [['/opt/charscope/charscope', '--no-sandbox', 'a.npz', '/b/诗.txt'], true, ['/home/a.npz', '/b/诗.txt']],
    [['charscope', 'file:///b/with%20space.pkl', '--lang=zh'], true, ['/b/with space.pkl']],
    [['charscope', 'file://elsewhere/share.npz', 'file:%'], true, []],
    [['electron', '/the/repository', 'a.npz'], false, ['/home/a.npz']],
    [['electron', '--inspect', '.'], false, []],
    [['charscope', '', '-x'], true, []],
  ])('%j, packaged: %j', (argumentList, isPackaged, expected) => {
    expect(filesNamed(argumentList, '/home', isPackaged)).toEqual(expected)
  })
})
