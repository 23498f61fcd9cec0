// The update of all parameters from what the passes left in ys, dhs, hsBefore and hsAfter. It falls into parts that may
// be done in any order and by different threads: panels of Whh, panels of Why, and the rest. `measures` has a place of
// 64 bytes for each: first the panels of Whh, then those of Why, then one for the rest.
import { adagrad, sumOfSquares } from './adagrad'
import {
  bh,
  by,
  columnSquares,
  dhs,
  heads,
  hiddenPairs,
  hiddenPanels,
  hiddenStride,
  hsAfter,
  hsBefore,
  inputs,
  measures,
  memoryBh,
  memoryBy,
  memoryWhh,
  memoryWhy,
  memoryWxh,
  nexts,
  vocabularyPanels,
  vocabularySize,
  vocabularyStride,
  Whh,
  Why,
  Wxh,
  ys,
} from './arrays'
import { updateMatrix } from './matrix-update'

/** `scratch` is the thread's own, see kernel-memory.ts. */
export function updateWhh(first: usize, last: usize, rows: usize, rate: f64, clip: f64, scratch: usize): void {
  updateMatrix(
    Whh,
    memoryWhh,
    first,
    last,
    hiddenPairs,
    dhs,
    hiddenStride,
    hsBefore,
    hiddenStride,
    rows,
    rate,
    clip,
    measures,
    scratch,
  )
}

export function updateWhy(first: usize, last: usize, rows: usize, rate: f64, clip: f64, scratch: usize): void {
  updateMatrix(
    Why,
    memoryWhy,
    first,
    last,
    hiddenPairs,
    ys,
    vocabularyStride,
    hsAfter,
    hiddenStride,
    rows,
    rate,
    clip,
    measures + (hiddenPanels << 6),
    scratch,
  )
}

/** Both biases, and the columns of Wxh that occurred: to the others a gradient of zero would change nothing. */
export function updateRest(rows: usize, rate: f64, clip: f64, scratch: usize): void {
  const measured = measures + ((hiddenPanels + vocabularyPanels) << 6)
  sumRows(scratch, dhs, hiddenStride, rows)
  adagrad(bh, memoryBh, scratch, hiddenStride >> 4, rate, clip, measured)
  sumRows(scratch, ys, vocabularyStride, rows)
  adagrad(by, memoryBy, scratch, vocabularyStride >> 4, rate, clip, measured)
  const squares = v128.load(measured, 16)
  updateColumns(rows, rate, clip, scratch, measured)
  v128.store(measured, squares, 16)
}

function sumRows(out: usize, first: usize, stride: usize, rows: usize): void {
  memory.copy(out, first, stride)
  for (let row: usize = 1; row < rows; row++) addRow(out, first + row * stride, stride)
}

function addRow(out: usize, row: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f64x2.add(v128.load(out + at), v128.load(row + at)))
  }
}

/** The rows of each character are found by way of `heads` and `nexts`, chains in the order of the text. */
function updateColumns(rows: usize, rate: f64, clip: f64, scratch: usize, measured: usize): void {
  for (let row = rows; row-- > 0;) {
    const head = heads + (characterAt(row) << 2)
    store<i32>(nexts + (row << 2), load<i32>(head))
    store<i32>(head, <i32>row)
  }
  const pairs = hiddenStride >> 4
  for (let row: usize = 0; row < rows; row++) {
    const character = characterAt(row)
    const head = heads + (character << 2)
    if (load<i32>(head) !== <i32>row) continue
    store<i32>(head, -1)
    memory.copy(scratch, dhs + row * hiddenStride, hiddenStride)
    for (let next = nextRow(<i32>row); next >= 0; next = nextRow(next)) {
      addRow(scratch, dhs + <usize>next * hiddenStride, hiddenStride)
    }
    const column = Wxh + character * hiddenStride
    adagrad(column, memoryWxh + character * hiddenStride, scratch, pairs, rate, clip, measured)
    store<f64>(columnSquares + (character << 3), sumOfSquares(column, pairs))
  }
}

function characterAt(row: usize): usize {
  return load<u32>(inputs + (row << 2))
}

/** -1 after the last. */
function nextRow(row: i32): i32 {
  return load<i32>(nexts + ((<usize>row) << 2))
}

/** Sets what `updateRest` keeps of the columns of Wxh from one update to the next, after they were loaded. */
export function beginColumns(): void {
  for (let character: usize = 0; character < vocabularySize; character++) {
    store<i32>(heads + (character << 2), -1)
    store<f64>(columnSquares + (character << 3), sumOfSquares(Wxh + character * hiddenStride, hiddenStride >> 4))
  }
}
