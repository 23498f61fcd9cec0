// The page's entry: what must have happened before any of the window's code is there, and then that code.
import './lab/without-code-generation.ts'

await import('./window.ts')
