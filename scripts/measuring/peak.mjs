// What the processor can do at most in 128-bit lanes of WebAssembly on one thread: eight sums that do not wait for each
// other, nothing loaded and nothing stored. What a share of the peak is measured against.
import { setFlagsFromString } from 'node:v8'
import { compileString } from 'assemblyscript/asc'

const SUMS = [0, 1, 2, 3, 4, 5, 6, 7]
const ROUNDS = 100_000
/** The engine compiles a function well only once it has been called often. */
const CALLS = 1000
const FLOPS = ROUNDS * SUMS.length * 4

const SOURCE = `
export function run(rounds: i32): f64 {
  const a = f64x2.splat(0.999), b = f64x2.splat(0.001)
  ${SUMS.map((n) => `let s${n} = f64x2.splat(${n}.5)`).join('\n')}
  for (let i = 0; i < rounds; i++) {
    ${SUMS.map((n) => `s${n} = f64x2.relaxed_madd(s${n}, a, b)`).join('\n')}
  }
  let sum = s0
  ${SUMS.slice(1)
    .map((n) => `sum = f64x2.add(sum, s${n})`)
    .join('\n')}
  return f64x2.extract_lane(sum, 0)
}`

/** In GFLOP/s, the best call; null where relaxed SIMD is unknown. */
export async function peakGigaflops() {
  const { binary } = await compileString(SOURCE, {
    optimizeLevel: 3,
    runtime: 'stub',
    enable: ['simd', 'relaxed-simd'],
  })
  if (!WebAssembly.validate(binary)) setFlagsFromString('--experimental-wasm-relaxed-simd')
  if (!WebAssembly.validate(binary)) return null
  const { instance } = await WebAssembly.instantiate(binary)
  const times = Array.from({ length: CALLS }, () => {
    const start = performance.now()
    instance.exports.run(ROUNDS)
    return performance.now() - start
  })
  return FLOPS / Math.min(...times) / 1e6
}
