// The slider of a temperature: its left end is 0, from there on equal ways are equal ratios.

export const SLIDER_STEPS = 200
const LEAST = 0.1
const GREATEST = 10

/** Two decimals below 1, one below 10: what one would have typed. */
function rounded(temperature: number): number {
  return Number(temperature.toFixed(temperature < 1 ? 2 : 1))
}

/** The temperature at a place from 0 to SLIDER_STEPS. */
export function temperatureAt(place: number): number {
  if (place <= 0) return 0
  return rounded(LEAST * (GREATEST / LEAST) ** ((place - 1) / (SLIDER_STEPS - 1)))
}

/** The place nearest to a temperature; what lies beyond the scale is at its end. */
export function placeOf(temperature: number): number {
  if (!(temperature > 0)) return 0
  const share = Math.log(temperature / LEAST) / Math.log(GREATEST / LEAST)
  return Math.round(1 + Math.min(1, Math.max(0, share)) * (SLIDER_STEPS - 1))
}
