// Which licences may be in the lab, and which more in the tools that build and test it. A new one is a decision, not an
// accident: it is added here or the package is not.

const SHIPPED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1']
const TOOLS = [...SHIPPED, 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'WTFPL']

/** True when an SPDX expression of names, AND, OR and brackets can be met by the names in `allowed`. */
export function isAllowed(expression, allowed) {
  const alternatives = expression.replace(/[()]/g, '').split(/\s+OR\s+/)
  return alternatives.some((alternative) =>
    alternative.split(/\s+AND\s+/).every((name) => allowed.includes(name.trim())),
  )
}

export const isAllowedInLab = (expression) => isAllowed(expression, SHIPPED)
export const isAllowedInTools = (expression) => isAllowed(expression, TOOLS)
