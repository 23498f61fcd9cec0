// The kernel's own exp and tanh against a table of 40 digits, rounded to float64.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { describeEachKernel } from '../training/fixtures.ts'
import { instantiateKernel } from '#lab/kernel/instantiate-kernel.ts'

/** The functions' bound: units in the last place of the exact result. */
const LIMIT = 4

type Table = [argument: string, result: string][]
const file = resolve(import.meta.dirname, '../../fixtures/kernel/functions.json')
const tables = JSON.parse(readFileSync(file, 'utf8')) as { exp: Table; tanh: Table }

function floats(hexadecimal: string[]): Float64Array {
  const view = new DataView(new ArrayBuffer(8))
  return Float64Array.from(hexadecimal, (digits) => {
    view.setBigUint64(0, BigInt(`0x${digits}`))
    return view.getFloat64(0)
  })
}

/** The distance from a float64 to the next greater in magnitude. */
function unitOf(value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(value))
  view.setBigUint64(0, view.getBigUint64(0) + 1n)
  return view.getFloat64(0) - Math.abs(value)
}

describeEachKernel(
  ({ module }) => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    const { exponentials, hyperbolicTangents } = instantiateKernel(module!, memory)

    function apply(work: (first: number, end: number) => void, values: ArrayLike<number>): Float64Array {
      const even = new Float64Array(memory.buffer, 0, values.length + (values.length % 2))
      even.fill(0)
      even.set(values)
      work(0, even.byteLength)
      return even.slice(0, values.length)
    }

    it.each([
      ['exp', exponentials, tables.exp],
      ['tanh', hyperbolicTangents, tables.tanh],
    ] as const)('%s is within 4 units in the last place over its whole range', (_, work, table) => {
      const xs = floats(table.map(([argument]) => argument))
      const expected = floats(table.map(([, result]) => result))
      const found = apply(work, xs)
      for (const [index, exact] of expected.entries()) {
        const y = found[index]!
        if (Object.is(y, exact)) continue
        expect(Math.abs(y - exact) / unitOf(exact), `of ${xs[index]}: ${y}, not ${exact}`).toBeLessThanOrEqual(LIMIT)
      }
    })

    it('lets infinity and NaN through, each in its lane', () => {
      expect([...apply(exponentials, [Infinity, -Infinity, NaN, 0])]).toEqual([Infinity, 0, NaN, 1])
      expect([...apply(hyperbolicTangents, [Infinity, -Infinity, NaN, -0])]).toEqual([1, -1, NaN, -0])
    })
  },
  ['fused', 'plain'],
)
