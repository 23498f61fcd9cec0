// How matrices lie: in panels of six rows, pair of columns by pair of columns. Six, because the engine loads all that a
// step needs before it uses any of it: with six sums, six pairs and a factor the sixteen registers suffice, with more of
// them a sum would travel through memory at every step.

/** Bytes of a panel's column pair, and of a panel's entries in a vector that has one for each row. */
export const PAIR_BYTES: usize = 96
export const ROWS_BYTES: usize = 48
