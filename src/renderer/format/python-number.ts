// Numbers as Python prints them, so that what is read here can be compared with a script, and pasted into one.

/** repr of a finite float: the shortest digits that give it back. */
export function pythonFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0'
  const [digits = '', power = '0'] = value.toExponential().split('e')
  const exponent = Number(power)
  if (value === 0 || (exponent >= -4 && exponent < 16)) return Number.isInteger(value) ? `${value}.0` : String(value)
  const sign = exponent < 0 ? '-' : '+'
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
}
