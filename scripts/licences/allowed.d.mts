// Types of allowed.mjs for the tests.
export function isAllowed(expression: string, allowed: readonly string[]): boolean
export function isAllowedInLab(expression: string): boolean
export function isAllowedInTools(expression: string): boolean
