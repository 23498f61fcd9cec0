// The only names of Python's that a pickle may mention, and what is made here where Python would call them. Each is
// a function chosen from this table: nothing is ever called by a name from the file.
import { FormatError } from './format-errors.ts'
import type { Budget } from './limits.ts'
import { MalformedPickle } from './pickle-machine.ts'
import { fromBuffer, makeDtype, makeScalar, reconstruct } from './pickle-numpy.ts'
import { latin1Bytes } from './python-text.ts'
import { ByteString, GlobalName, type PythonValue } from './python-values.ts'

type Constructor = (args: readonly PythonValue[], budget: Budget) => PythonValue

/** _codecs.encode(text, 'latin1'), as which Python 3 writes bytes for Python 2. */
function encodeLatin1([text, codec]: readonly PythonValue[], budget: Budget): ByteString {
  if (typeof text !== 'string' || (codec !== 'latin1' && codec !== 'latin-1')) throw new MalformedPickle()
  budget.spend(text.length)
  const bytes = latin1Bytes(text)
  if (!bytes) throw new MalformedPickle()
  return new ByteString(bytes, 'bytes')
}

/** bytes(): the empty one, which alone is written so. */
function emptyBytes(args: readonly PythonValue[]): ByteString {
  if (args.length > 0) throw new MalformedPickle()
  return new ByteString(new Uint8Array(), 'bytes')
}

/** null where the name only stands for a type and is never called. */
const CONSTRUCTORS: ReadonlyMap<string, Constructor | null> = new Map<string, Constructor | null>([
  ['numpy.ndarray', null],
  ['numpy.dtype', makeDtype],
  ['numpy.core.multiarray._reconstruct', reconstruct],
  ['numpy._core.multiarray._reconstruct', reconstruct],
  ['numpy.core.multiarray.scalar', makeScalar],
  ['numpy._core.multiarray.scalar', makeScalar],
  ['numpy.core.numeric._frombuffer', fromBuffer],
  ['numpy._core.numeric._frombuffer', fromBuffer],
  ['_codecs.encode', encodeLatin1],
  ['__builtin__.bytes', emptyBytes],
  ['builtins.bytes', emptyBytes],
])

/** What a GLOBAL instruction pushes. @throws FormatError with the name, when it is not one of those above */
export function allowedGlobal(module: string, name: string): GlobalName {
  const fullName = `${module}.${name}`
  if (!CONSTRUCTORS.has(fullName)) throw new FormatError('pickle-global-refused', { name: fullName })
  return new GlobalName(module, name)
}

/** What REDUCE does. */
export function construct(callee: PythonValue, args: readonly PythonValue[], budget: Budget): PythonValue {
  const constructor = callee instanceof GlobalName ? CONSTRUCTORS.get(`${callee.module}.${callee.name}`) : null
  if (!constructor) throw new MalformedPickle()
  return constructor(args, budget)
}
