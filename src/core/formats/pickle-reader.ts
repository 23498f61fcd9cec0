// Reads a pickle as data (protocols 0 to 5; the format is documented in CPython's pickletools.py). Strings stay bytes,
// numbers exact; what is not on the lists of pickle-opcodes.ts and pickle-globals.ts is refused by its name.
import { ByteReader } from './byte-reader.ts'
import { FormatError } from './format-errors.ts'
import { INSTRUCTION_LIMIT } from './limits.ts'
import { MalformedPickle, PickleMachine } from './pickle-machine.ts'
import { requireShallow } from './pickle-nesting.ts'
import { INSTRUCTIONS } from './pickle-opcodes.ts'
import type { PythonValue } from './python-values.ts'

const STOP = 0x2e

/** What makes objects, or needs something that is not in the file. */
const REFUSED: Readonly<Record<string, string>> = {
  P: 'PERSID',
  Q: 'BINPERSID',
  o: 'OBJ',
  '\x81': 'NEWOBJ',
  '\x82': 'EXT1',
  '\x83': 'EXT2',
  '\x84': 'EXT4',
  '\x8f': 'EMPTY_SET',
  '\x90': 'ADDITEMS',
  '\x91': 'FROZENSET',
  '\x92': 'NEWOBJ_EX',
  '\x97': 'NEXT_BUFFER',
  '\x98': 'READONLY_BUFFER',
}

const instructionOf = new Map(INSTRUCTIONS.map(([opcode, name, run]) => [opcode.charCodeAt(0), { name, run }]))

function refused(opcode: number, offset: number): FormatError {
  const name = REFUSED[String.fromCharCode(opcode)] ?? `0x${opcode.toString(16).padStart(2, '0')}`
  return new FormatError('pickle-opcode-refused', { opcode: name, offset })
}

function runOne(machine: PickleMachine, reader: ByteReader, opcode: number): void {
  const offset = reader.offset - 1
  const instruction = instructionOf.get(opcode)
  if (!instruction) throw refused(opcode, offset)
  try {
    instruction.run(machine, reader)
  } catch (error) {
    if (!(error instanceof MalformedPickle)) throw error
    throw new FormatError('pickle-malformed', { opcode: instruction.name, offset })
  }
}

function lastValue(machine: PickleMachine, offset: number): PythonValue {
  try {
    return machine.pop()
  } catch {
    throw new FormatError('pickle-malformed', { opcode: 'STOP', offset })
  }
}

/**
 * The value that the pickle holds. Nothing is called, in Python or here, by a name from the file.
 *
 * @throws FormatError
 */
export function readPickle(bytes: Uint8Array): PythonValue {
  const reader = new ByteReader(bytes, 'pickle')
  const machine = new PickleMachine()
  for (let count = 0; count < INSTRUCTION_LIMIT; count++) {
    const opcode = reader.uint8()
    if (opcode !== STOP) runOne(machine, reader, opcode)
    else {
      const value = lastValue(machine, reader.offset - 1)
      requireShallow(value)
      return value
    }
  }
  throw new FormatError('pickle-too-long', { limit: INSTRUCTION_LIMIT })
}
