// The pass forward: hidden states, then probabilities. Rows of hsBefore, hsAfter, inputs and ys belong together; those
// of some streams that are read together lie step by step, the streams of a step side by side.
import {
  bh,
  by,
  hiddenPairs,
  hiddenPanels,
  hiddenStride,
  hsAfter,
  hsBefore,
  inputs,
  vocabularyPanels,
  vocabularySize,
  vocabularyStride,
  Whh,
  Why,
  Wxh,
  ys,
} from './arrays'
import { exponentials } from './exponential'
import { hyperbolicTangents } from './hyperbolic-tangent'
import { ROWS_BYTES } from './panels'
import { addProducts } from './products'

/** h = tanh(Wxh[:, input] + Whh hprev + bh) for `steps` steps of `streams` streams from `row` on, whose hsBefore is set. */
export function hiddenStates(row: usize, streams: usize, steps: usize): void {
  const stepBytes = streams * hiddenStride
  let before = hsBefore + row * hiddenStride
  let after = hsAfter + row * hiddenStride
  let input = inputs + (row << 2)
  for (let step: usize = 0; step < steps; step++) {
    for (let stream: usize = 0; stream < streams; stream++) {
      addRows(after + stream * hiddenStride, Wxh + <usize>load<u32>(input) * hiddenStride)
      input += 4
    }
    addProducts(after, hiddenStride, Whh, hiddenPanels, hiddenPairs, before, hiddenStride, streams)
    hyperbolicTangents(after, after + stepBytes)
    if (step + 1 < steps) memory.copy(before + stepBytes, after, stepBytes)
    before += stepBytes
    after += stepBytes
  }
}

/** A state before its product: a column of Wxh and the bias. */
function addRows(out: usize, column: usize): void {
  for (let at: usize = 0; at < hiddenStride; at += 16) {
    v128.store(out + at, f64x2.add(v128.load(column + at), v128.load(bh + at)))
  }
}

/** p = softmax((Why h + by) / temperature) for the `count` states of hsAfter from `row` on, into ys. */
export function probabilities(row: usize, count: usize, temperature: f64): void {
  const first = ys + row * vocabularyStride
  const end = first + count * vocabularyStride
  for (let y = first; y < end; y += vocabularyStride) memory.copy(y, by, vocabularyStride)
  const hs = hsAfter + row * hiddenStride
  addProducts(first, vocabularyStride, Why, vocabularyPanels, hiddenPairs, hs, hiddenStride, count)
  for (let y = first; y < end; y += vocabularyStride) softmax(y, temperature)
}

/** One character more of a text that is being written: probabilities into ys, and hsBefore ready for the next. */
export function readOn(row: usize, temperature: f64): void {
  hiddenStates(row, 1, 1)
  probabilities(row, 1, temperature)
  memory.copy(hsBefore + row * hiddenStride, hsAfter + row * hiddenStride, hiddenStride)
}

/** As core/rnn/softmax.ts, over one row; the panels' entries beyond the vocabulary become 0. */
function softmax(y: usize, temperature: f64): void {
  const end = y + vocabularyPanels * ROWS_BYTES
  for (let at = y + (vocabularySize << 3); at < end; at += 8) store<f64>(at, -Infinity)
  let greatest = f64x2.splat(-Infinity)
  for (let at = y; at < end; at += 16) greatest = f64x2.pmax(greatest, v128.load(at))
  const maximum = f64x2.splat(max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1)))
  for (let at = y; at < end; at += 16) v128.store(at, f64x2.sub(v128.load(at), maximum))
  if (temperature !== 1) divide(y, end, temperature)
  exponentials(y, end)
  let sums = f64x2.splat(0)
  for (let at = y; at < end; at += 16) sums = f64x2.add(sums, v128.load(at))
  divide(y, end, f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1))
}

function divide(first: usize, end: usize, divisor: f64): void {
  for (let at = first; at < end; at += 16) v128.store(at, f64x2.div(v128.load(at), f64x2.splat(divisor)))
}
