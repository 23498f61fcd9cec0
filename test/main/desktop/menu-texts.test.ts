import { describe, expect, it } from 'vitest'
import { MENU_TEXTS } from '../../../src/main/desktop/menu-texts.ts'

const MENUS = ['file', 'edit', 'training', 'view', 'window', 'help'] as const

describe('MENU_TEXTS', () => {
  it.each(['en', 'zh'] as const)('opens every menu of %s by a letter of its own', (language) => {
    const letters = MENUS.map((menu) => /&(\w)/.exec(MENU_TEXTS[menu][language])?.[1]?.toLowerCase())
    expect(letters).not.toContain(undefined)
    expect(new Set(letters).size).toBe(MENUS.length)
  })
})
