// Python's values as they are held here. None is null, bool boolean, int bigint, float number, a text string, a list
// an array; what JavaScript has no kind for has a class below. All of it is data: nothing here can be called.
import type { Dtype } from './dtype.ts'
import type { NdArray } from './nd-array.ts'

export type PythonValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | PythonValue[]
  | ByteString
  | Tuple
  | Dictionary
  | GlobalName
  | Dtype
  | NdArray
  | NumpyScalar

/** Bytes. Those of a Python 2 `str` may have been meant as text; those of a Python 3 `bytes` were not. */
export class ByteString {
  readonly bytes: Uint8Array
  readonly kind: 'str' | 'bytes'

  constructor(bytes: Uint8Array, kind: 'str' | 'bytes') {
    this.bytes = bytes
    this.kind = kind
  }
}

export class Tuple {
  readonly items: readonly PythonValue[]

  constructor(items: readonly PythonValue[]) {
    this.items = items
  }
}

/** Keys and values in the file's order. A key may be there twice, as in the file; the last one counts. */
export class Dictionary {
  readonly entries: [key: PythonValue, value: PythonValue][]

  constructor(entries: [PythonValue, PythonValue][] = []) {
    this.entries = entries
  }
}

/** The name of something in a Python module. */
export class GlobalName {
  readonly module: string
  readonly name: string

  constructor(module: string, name: string) {
    this.module = module
    this.name = name
  }
}

/** A single number of NumPy's own type (`numpy.float64(1)`), kept as the array of no dimensions that it stands for. */
export class NumpyScalar {
  readonly array: NdArray

  constructor(array: NdArray) {
    this.array = array
  }
}
