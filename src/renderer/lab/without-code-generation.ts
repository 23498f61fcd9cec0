// Must have run before the contract is there, in whichever of the bundle's files that lies: zod probes at load whether it may compile code at run time, and the strict
// content security policy reports that probe as a violation. The window parses nothing, so it loses nothing.

Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
