import { describe, expect, it } from 'vitest'
import { figureAsSvg } from '../../../src/renderer/figures/svg-surface.ts'
import type { FigureInks } from '../../../src/renderer/figures/surface.ts'

const INKS: FigureInks = {
  ground: 'white',
  ink: 'black',
  soft: 'grey',
  grid: 'silver',
  first: 'blue',
  second: 'orange',
  third: 'green',
  muted: 'tan',
  sans: 'Inter',
  mono: '"JetBrains Mono"',
}

describe('figureAsSvg', () => {
  it('writes down every mark, escaped, on the ground of the theme', () => {
    const svg = figureAsSvg(
      (surface) => {
        surface.circle(1, 2.005, 3, 'blue')
        surface.line([0, 0, 10, 10], 'red', 2, [4, 2])
        surface.text('a < "b"', 5, 6, { ink: 'black', size: 11, isMonospaced: true, isVertical: true })
      },
      { width: 20, height: 10 },
      INKS,
      'P(<)',
    )
    expect(svg.split('\n')).toEqual([
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10" role="img">',
      '<title>P(&lt;)</title>',
      '<rect x="0" y="0" width="20" height="10" fill="white"/>',
      '<circle cx="1" cy="2.01" r="3" fill="blue"/>',
      '<polyline points="0 0 10 10" fill="none" stroke="red" stroke-width="2" stroke-linejoin="round" stroke-dasharray="4 2"/>',
      '<text x="5" y="6" fill="black" font-family="&quot;JetBrains Mono&quot;" font-size="11" transform="rotate(-90 5 6)">a &lt; &quot;b&quot;</text>',
      '</svg>',
      '',
    ])
  })
})
