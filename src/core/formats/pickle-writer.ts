// Writes values as a pickle of protocol 2, which Python 2.3 and everything since reads. Names and short strings are
// Python 2's str, so that Python 3 hands them out as text or bytes as its `encoding` asks; the data of arrays is written
// as Python 3 writes bytes, so that it loads whatever the encoding.
import { encodeEntries } from './array-entries.ts'
import { ByteWriter } from './byte-writer.ts'
import { Dtype } from './dtype.ts'
import { NdArray } from './nd-array.ts'
import { latin1Text, utf8Bytes } from './python-text.ts'
import { ByteString, Dictionary, GlobalName, NumpyScalar, Tuple, type PythonValue } from './python-values.ts'

const LONGEST_SHORT = 0xff
const INT32 = { least: -(2n ** 31n), most: 2n ** 31n - 1n }
/** What numpy.dtype's state says of a type of objects: its size is not fixed, and these are NumPy's flags for it. */
const OBJECT_FLAGS = 63n
const TEXT_FLAGS = 8n

const LAST_ASCII = 0x7f

/** ASCII as Python 2's str, which Python 3 turns into either kind of string; other characters as Unicode. */
export function nativeString(text: string): ByteString | string {
  const bytes = utf8Bytes(text)
  return bytes.every((byte) => byte <= LAST_ASCII) ? new ByteString(bytes, 'str') : text
}

const MULTIARRAY = 'numpy.core.multiarray'

class PickleWriter {
  readonly #out = new ByteWriter()
  readonly #memo = new Map<object, number>()

  write(value: PythonValue): void {
    const out = this.#out
    if (value === null) out.latin1('N')
    else if (typeof value === 'boolean') out.latin1(value ? '\x88' : '\x89')
    else if (typeof value === 'bigint') this.#integer(value)
    else if (typeof value === 'number') out.latin1('G').float64BigEndian(value)
    else if (typeof value === 'string') this.#counted('X', utf8Bytes(value))
    else if (value instanceof ByteString) this.#byteString(value)
    else if (value instanceof GlobalName) this.#global(value.module, value.name)
    else this.#shared(value)
  }

  finish(): Uint8Array {
    return this.#out.latin1('.').bytes
  }

  /** What may be there more than once is written once, and referred to from then on. */
  #shared(value: PythonValue[] | Tuple | Dictionary | Dtype | NdArray | NumpyScalar): void {
    const place = this.#memo.get(value)
    if (place !== undefined) {
      this.#out.latin1('j').uint32(place)
      return
    }
    if (value instanceof Tuple) this.#tuple(value.items)
    else if (value instanceof Dtype) this.#dtype(value)
    else if (value instanceof NumpyScalar) this.#scalar(value.array)
    else if (value instanceof NdArray) this.#array(value)
    else if (value instanceof Dictionary) this.#filled('}', 'u', value.entries.flat())
    else this.#filled(']', 'e', value)
    this.#out.latin1('r').uint32(this.#memo.size)
    this.#memo.set(value, this.#memo.size)
  }

  #integer(value: bigint): void {
    if (value >= INT32.least && value <= INT32.most) this.#out.latin1('J').uint32(Number(value))
    else {
      const bytes: number[] = []
      for (let rest = value; ; rest >>= 8n) {
        bytes.push(Number(BigInt.asUintN(8, rest)))
        if (rest === BigInt.asIntN(8, rest)) break
      }
      this.#out.latin1('\x8b').uint32(bytes.length).write(bytes)
    }
  }

  #counted(opcode: string, bytes: Uint8Array): void {
    this.#out.latin1(opcode).uint32(bytes.length).write(bytes)
  }

  #byteString({ bytes, kind }: ByteString): void {
    if (kind === 'bytes') this.#bytes(bytes)
    else if (bytes.length > LONGEST_SHORT) this.#counted('T', bytes)
    else this.#out.latin1('U').uint8(bytes.length).write(bytes)
  }

  #bytes(bytes: Uint8Array): void {
    this.#call('_codecs', 'encode', [latin1Text(bytes), 'latin1'])
  }

  #tuple(items: readonly PythonValue[]): void {
    this.#out.latin1('(')
    for (const item of items) this.write(item)
    this.#out.latin1('t')
  }

  #filled(empty: string, fill: string, items: readonly PythonValue[]): void {
    this.#out.latin1(empty).latin1('(')
    for (const item of items) this.write(item)
    this.#out.latin1(fill)
  }

  #global(module: string, name: string): void {
    this.#out.latin1(`c${module}\n${name}\n`)
  }

  #call(module: string, name: string, args: readonly PythonValue[]): void {
    this.#global(module, name)
    this.#tuple(args)
    this.#out.latin1('R')
  }

  #build(state: readonly PythonValue[]): void {
    this.#tuple(state)
    this.#out.latin1('b')
  }

  #dtype({ code, name, itemSize, writtenOrder }: Dtype): void {
    const size = code === 'S' || code === 'U' ? BigInt(itemSize) : -1n
    const alignment = code === 'S' ? 1n : code === 'U' ? 4n : -1n
    const flags = code === 'O' ? OBJECT_FLAGS : code === 'U' ? TEXT_FLAGS : 0n
    this.#call('numpy', 'dtype', [nativeString(code === 'O' ? 'O8' : name), 0n, 1n])
    this.#build([3n, nativeString(writtenOrder), null, null, null, size, alignment, flags])
  }

  #scalar(array: NdArray): void {
    this.#call(MULTIARRAY, 'scalar', [array.dtype, new ByteString(encodeEntries(array), 'bytes')])
  }

  #array(array: NdArray): void {
    const { dtype, shape } = array
    const data = dtype.code === 'O' ? (array.entries as PythonValue[]) : new ByteString(encodeEntries(array), 'bytes')
    this.#call(MULTIARRAY, '_reconstruct', [new GlobalName('numpy', 'ndarray'), new Tuple([0n]), nativeString('b')])
    this.#build([1n, new Tuple(shape.map(BigInt)), dtype, false, data])
  }
}

/** @param value no deeper than NESTING_LIMIT, as everything that was read is */
export function writePickle(value: PythonValue): Uint8Array {
  const writer = new PickleWriter()
  writer.write(value)
  return writer.finish()
}
