// What reading an argument gives: its value, or what is wrong with it.
import type { Message } from './messages.ts'

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problem: Message }
