// Lengths of time in the two units that matter, as a message and its parameters.

export interface Duration {
  /** The message is `durations.<unit>`. */
  unit: 'none' | 'seconds' | 'minutes' | 'hours' | 'days'
  /** The greater unit's count and the smaller one's, the latter with two digits. */
  parameters: { major: string; minor: string }
}

const STEPS = [
  { unit: 'days', major: 86_400, minor: 3600 },
  { unit: 'hours', major: 3600, minor: 60 },
  { unit: 'minutes', major: 60, minor: 1 },
] as const

/** Below this many seconds a tenth of one is told. */
const FEW_SECONDS = 10

/** 200 seconds as 3 min 20 s, 0.42 as 0.4 s; null, or what has no end, as none. */
export function durationOf(seconds: number | null): Duration {
  if (seconds === null || !Number.isFinite(seconds)) return { unit: 'none', parameters: { major: '', minor: '' } }
  const whole = Math.max(0, Math.round(seconds))
  const step = STEPS.find(({ major }) => whole >= major)
  if (!step) {
    const told = seconds < FEW_SECONDS ? Math.max(0, Math.round(10 * seconds) / 10) : whole
    return { unit: 'seconds', parameters: { major: String(told), minor: '' } }
  }
  const minor = Math.floor((whole % step.major) / step.minor)
  return {
    unit: step.unit,
    parameters: { major: String(Math.floor(whole / step.major)), minor: String(minor).padStart(2, '0') },
  }
}

/** Seconds until the target at the present speed; null when nothing moves. */
export function secondsLeft(iteration: number, target: number, iterationsPerSecond: number): number | null {
  if (iterationsPerSecond <= 0) return null
  return Math.max(0, target - iteration) / iterationsPerSecond
}
