import { describe, expect, it } from 'vitest'
import { placeWindow, windowStateSchema } from '../../../src/main/desktop/window-state.ts'

const primary = { x: 0, y: 25, width: 1920, height: 1055 }
const second = { x: 1920, y: 0, width: 2560, height: 1440 }

describe('placeWindow', () => {
  it('lets the system place the first window', () => {
    expect(placeWindow(null, [primary])).toEqual({ width: 1280, height: 800 })
  })

  it('puts the window back, on whichever display it was', () => {
    const bounds = { x: 2000, y: 100, width: 1000, height: 700 }
    expect(placeWindow(bounds, [primary, second])).toEqual(bounds)
  })

  it.each([
    ['on a display that is gone', { x: 2000, y: 100, width: 1000, height: 700 }],
    ['with no more than a sliver visible', { x: 1821, y: 100, width: 1000, height: 700 }],
    ['with its title bar above the display', { x: 100, y: 24, width: 1000, height: 700 }],
  ])('lets the system place a window %s', (_, bounds) => {
    expect(placeWindow(bounds, [primary])).toEqual({ width: 1000, height: 700 })
  })

  it('keeps a window that a hundred pixels show of', () => {
    const bounds = { x: 1820, y: 980, width: 1000, height: 700 }
    expect(placeWindow(bounds, [primary])).toEqual(bounds)
  })

  it('makes the window no larger than the display and no smaller than it is of use', () => {
    const small = { x: 0, y: 0, width: 800, height: 500 }
    expect(placeWindow({ x: 10, y: 30, width: 5000, height: 4000 }, [primary])).toMatchObject({
      width: 1920,
      height: 1055,
    })
    expect(placeWindow({ x: 10, y: 30, width: 50, height: 40 }, [primary])).toEqual({ width: 900, height: 600 })
    expect(placeWindow(null, [small])).toEqual({ width: 800, height: 500 })
  })
})

describe('the remembered state', () => {
  it.each([
    {},
    [],
    null,
    { bounds: { x: 0, y: 0, width: 0, height: 700 }, maximised: false },
    { bounds: { x: Infinity, y: 0, width: 900, height: 700 }, maximised: false },
    { bounds: { x: 0, y: 0, width: 900, height: 700 } },
  ])('is not believed when it is %j', (state) => {
    expect(windowStateSchema.safeParse(state).success).toBe(false)
  })
})
