import { describe, expect, it } from 'vitest'
import { csv } from '../../../src/renderer/format/csv.ts'

describe('csv', () => {
  it('quotes what separates cells and lines, and doubles quotes', () => {
    const table = csv(['a', 'b,c'], [['say "x"', 'two\nlines']])
    expect(table).toBe('\ufeffa,"b,c"\r\n"say ""x""","two\nlines"\r\n')
  })

  it('writes numbers with all their digits, and leaves a cell empty where there is none', () => {
    expect(csv(['n', 'm'], [[0.1 + 0.2, Number.NaN]])).toBe('\ufeffn,m\r\n0.30000000000000004,\r\n')
  })
})
