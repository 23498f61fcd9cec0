// What the process tells its shell when it ends.

export const EXIT_CODES = {
  success: 0,
  /** Training failed, or Charscope did. */
  failure: 1,
  /** Arguments or a file that cannot be used. */
  usage: 2,
} as const

/** A process that a signal ended exits with 128 and the signal's number. */
export const SIGNAL_EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

export type EndingSignal = keyof typeof SIGNAL_EXIT_CODES
