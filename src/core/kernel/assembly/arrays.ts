// Where the kernel's arrays lie in memory and how large they are: set by the host, from its one table of them, before
// anything else is called (see kernel-memory.ts, which also says what each is). Addresses and strides are in bytes.

export let Wxh: usize = 0
export let Whh: usize = 0
export let Why: usize = 0
export let bh: usize = 0
export let by: usize = 0
export let memoryWxh: usize = 0
export let memoryWhh: usize = 0
export let memoryWhy: usize = 0
export let memoryBh: usize = 0
export let memoryBy: usize = 0

export let inputs: usize = 0
export let targets: usize = 0
export let hsBefore: usize = 0
export let hsAfter: usize = 0
export let ys: usize = 0
export let dhs: usize = 0
export let targetProbabilities: usize = 0

export let heads: usize = 0
export let nexts: usize = 0
export let columnSquares: usize = 0
export let measures: usize = 0

export let vocabularySize: usize = 0
export let hiddenPanels: usize = 0
export let hiddenPairs: usize = 0
export let vocabularyPanels: usize = 0
export let hiddenStride: usize = 0
export let vocabularyStride: usize = 0
