import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from '../../../src/main/lab/data-folder.ts'

describe('defaultDataFolder', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.config/Charscope/lab'],
    ['linux', { XDG_CONFIG_HOME: '/srv/config' }, '/home/ada', '/srv/config/Charscope/lab'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/ada', '/home/ada/.config/Charscope/lab'],
    ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Charscope/lab'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\Ada', 'D:\\Roaming\\Charscope\\lab'],
    ['win32', {}, 'C:\\Users\\Ada', 'C:\\Users\\Ada\\AppData\\Roaming\\Charscope\\lab'],
    ['linux', { CHARSCOPE_DATA: '/tmp/lab', XDG_CONFIG_HOME: '/srv' }, '/home/ada', '/tmp/lab'],
  ] as const)('%s with %o', (platform, environment, home, folder) => {
    expect(defaultDataFolder({ platform, environment, home })).toBe(folder)
  })

  it('makes a relative CHARSCOPE_DATA absolute', () => {
    const environment = { CHARSCOPE_DATA: 'here' }
    expect(defaultDataFolder({ platform: process.platform, environment })).toBe(resolve('here'))
  })
})
