// The instructions of a pickle that are carried out, protocols 0 to 5, one row each: all that make data, none that make
// objects. How their arguments are spelled is left to pickle-lines.ts and pickle-counted.ts.
import type { ByteReader } from './byte-reader.ts'
import { bytes, longInteger, str, text } from './pickle-counted.ts'
import { allowedGlobal, construct } from './pickle-globals.ts'
import { MalformedPickle, pairs, type PickleMachine } from './pickle-machine.ts'
import { build } from './pickle-numpy.ts'
import {
  bytesOfLiteral,
  floatOfLine,
  indexOfLine,
  integerOfLine,
  integerOrTruthOfLine,
  textOfRawUnicodeEscape,
} from './pickle-lines.ts'
import { Dictionary, Tuple, type PythonValue } from './python-values.ts'

type Instruction = (machine: PickleMachine, reader: ByteReader) => void

/** An instruction that pushes what it reads. */
function push(read: (reader: ByteReader) => PythonValue): Instruction {
  return (machine, reader) => machine.push(read(reader))
}

function globalByLines(machine: PickleMachine, reader: ByteReader): void {
  const [module, name] = [text(reader.line()), text(reader.line())]
  machine.push(allowedGlobal(module, name))
}

function globalOnStack(machine: PickleMachine): void {
  const [name, module] = [machine.pop(), machine.pop()]
  if (typeof module !== 'string' || typeof name !== 'string') throw new MalformedPickle()
  machine.push(allowedGlobal(module, name))
}

function reduce(machine: PickleMachine): void {
  const args = machine.popTuple()
  machine.push(construct(machine.pop(), args.items, machine.budget))
}

function buildTop(machine: PickleMachine): void {
  const state = machine.pop()
  build(machine.top(), state, machine.budget)
}

function setOneItem(machine: PickleMachine): void {
  const [value, key] = [machine.pop(), machine.pop()]
  machine.setItems([key, value])
}

/** INST makes an object of what its two lines name. They are read only so that the refusal can name it. */
function refuseInstance(_: PickleMachine, reader: ByteReader): never {
  allowedGlobal(text(reader.line()), text(reader.line()))
  throw new MalformedPickle()
}

/** Opcode, name, and what it does. STOP is the reader's own. */
export const INSTRUCTIONS: readonly (readonly [opcode: string, name: string, run: Instruction])[] = [
  ['\x80', 'PROTO', (_, reader) => reader.take(1)],
  ['\x95', 'FRAME', (_, reader) => reader.take(8)],
  ['(', 'MARK', (machine) => machine.mark()],
  ['0', 'POP', (machine) => machine.pop()],
  ['1', 'POP_MARK', (machine) => machine.popToMark()],
  ['2', 'DUP', (machine) => machine.push(machine.top())],

  ['N', 'NONE', push(() => null)],
  ['\x88', 'NEWTRUE', push(() => true)],
  ['\x89', 'NEWFALSE', push(() => false)],
  ['I', 'INT', push((reader) => integerOrTruthOfLine(reader.line()))],
  ['L', 'LONG', push((reader) => integerOfLine(reader.line()))],
  ['K', 'BININT1', push((reader) => BigInt(reader.uint8()))],
  ['M', 'BININT2', push((reader) => BigInt(reader.uint16()))],
  ['J', 'BININT', push((reader) => BigInt(reader.int32()))],
  ['\x8a', 'LONG1', push((reader) => longInteger(reader.take(reader.uint8())))],
  ['\x8b', 'LONG4', push((reader) => longInteger(reader.take(reader.int32())))],
  ['F', 'FLOAT', push((reader) => floatOfLine(reader.line()))],
  ['G', 'BINFLOAT', push((reader) => reader.float64BigEndian())],

  ['S', 'STRING', push((reader) => str(bytesOfLiteral(reader.line())))],
  ['U', 'SHORT_BINSTRING', push((reader) => str(reader.take(reader.uint8())))],
  ['T', 'BINSTRING', push((reader) => str(reader.take(reader.int32())))],
  ['C', 'SHORT_BINBYTES', push((reader) => bytes(reader.take(reader.uint8())))],
  ['B', 'BINBYTES', push((reader) => bytes(reader.take(reader.uint32())))],
  ['\x8e', 'BINBYTES8', push((reader) => bytes(reader.take(reader.uint64())))],
  ['\x96', 'BYTEARRAY8', push((reader) => bytes(reader.take(reader.uint64())))],
  ['V', 'UNICODE', push((reader) => textOfRawUnicodeEscape(reader.line()))],
  ['\x8c', 'SHORT_BINUNICODE', push((reader) => text(reader.take(reader.uint8())))],
  ['X', 'BINUNICODE', push((reader) => text(reader.take(reader.uint32())))],
  ['\x8d', 'BINUNICODE8', push((reader) => text(reader.take(reader.uint64())))],

  [')', 'EMPTY_TUPLE', push(() => new Tuple([]))],
  ['\x85', 'TUPLE1', (machine) => machine.pushTuple(1)],
  ['\x86', 'TUPLE2', (machine) => machine.pushTuple(2)],
  ['\x87', 'TUPLE3', (machine) => machine.pushTuple(3)],
  ['t', 'TUPLE', (machine) => machine.push(new Tuple(machine.popToMark()))],
  [']', 'EMPTY_LIST', push(() => [])],
  ['l', 'LIST', (machine) => machine.push(machine.popToMark())],
  ['a', 'APPEND', (machine) => machine.append([machine.pop()])],
  ['e', 'APPENDS', (machine) => machine.append(machine.popToMark())],
  ['}', 'EMPTY_DICT', push(() => new Dictionary())],
  ['d', 'DICT', (machine) => machine.push(new Dictionary(pairs(machine.popToMark())))],
  ['s', 'SETITEM', setOneItem],
  ['u', 'SETITEMS', (machine) => machine.setItems(machine.popToMark())],

  ['p', 'PUT', (machine, reader) => machine.memoise(indexOfLine(reader.line()))],
  ['q', 'BINPUT', (machine, reader) => machine.memoise(reader.uint8())],
  ['r', 'LONG_BINPUT', (machine, reader) => machine.memoise(reader.uint32())],
  ['\x94', 'MEMOIZE', (machine) => machine.memoise()],
  ['g', 'GET', (machine, reader) => machine.recall(indexOfLine(reader.line()))],
  ['h', 'BINGET', (machine, reader) => machine.recall(reader.uint8())],
  ['j', 'LONG_BINGET', (machine, reader) => machine.recall(reader.uint32())],

  ['c', 'GLOBAL', globalByLines],
  ['\x93', 'STACK_GLOBAL', globalOnStack],
  ['R', 'REDUCE', reduce],
  ['b', 'BUILD', buildTop],
  ['i', 'INST', refuseInstance],
]
