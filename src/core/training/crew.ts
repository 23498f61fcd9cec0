// Threads that share the work of one run: the leader opens a job of numbered tasks, every thread takes the next task that
// is free, and the leader goes on when all are done. Which thread does a task makes no difference to its numbers. Nobody
// spins: a thread without work sleeps.

/** Words of a crew, (32) int32; those that are used lie on cache lines of their own. */
export const CREW_WORDS = 32

/** The open job and its next free task in one word, so that a late thread can never take a task of another job. */
const TICKET = 0
/** Tasks of the open job that are done. */
const DONE = 16

const TASK_BITS = 16
const NO_JOB = 0
const LEAVE = -1

/** So many tasks, numbered from 0. */
export interface Job {
  tasks: number
  /** @param thread the number of the thread that does it: the leader's is 0 */
  run: (task: number, thread: number) => void
}

/** Makes a crew's words ready for a leader; nobody is at work on them. */
export function resetCrew(words: Int32Array): void {
  Atomics.store(words, TICKET, NO_JOB)
}

export class Crew<Name extends string> {
  readonly #words: Int32Array
  readonly #jobs: Record<Name, Job>
  readonly #names: Name[]
  readonly #thread: number

  /** @param jobs the same in every thread of the crew */
  constructor(words: Int32Array, jobs: Record<Name, Job>, thread: number) {
    this.#words = words
    this.#jobs = jobs
    this.#names = Object.keys(jobs) as Name[]
    this.#thread = thread
  }

  /** For the leader: does a job with whoever is there, and returns when it is done. */
  do(name: Name): void {
    Atomics.store(this.#words, DONE, 0)
    Atomics.store(this.#words, TICKET, (this.#names.indexOf(name) + 1) << TASK_BITS)
    Atomics.notify(this.#words, TICKET)
    this.#work()
    const { tasks } = this.#jobs[name]
    for (;;) {
      const done = Atomics.load(this.#words, DONE)
      if (done === tasks) return
      Atomics.wait(this.#words, DONE, done)
    }
  }

  /** For the leader: sends the others home. */
  dismiss(): void {
    Atomics.store(this.#words, TICKET, LEAVE)
    Atomics.notify(this.#words, TICKET)
  }

  /** For the others: takes part in every job until the leader dismisses the crew. */
  help(): void {
    for (;;) {
      const ticket = this.#work()
      if (ticket === LEAVE) return
      Atomics.wait(this.#words, TICKET, ticket)
    }
  }

  /** Does tasks until there is none to take, and returns the ticket that said so. */
  #work(): number {
    for (;;) {
      const ticket = Atomics.load(this.#words, TICKET)
      if (ticket === LEAVE || ticket === NO_JOB) return ticket
      const job = this.#jobs[this.#names[(ticket >> TASK_BITS) - 1]!]
      const task = ticket & (2 ** TASK_BITS - 1)
      if (task >= job.tasks) return ticket
      if (Atomics.compareExchange(this.#words, TICKET, ticket, ticket + 1) !== ticket) continue
      job.run(task, this.#thread)
      if (Atomics.add(this.#words, DONE, 1) + 1 === job.tasks) Atomics.notify(this.#words, DONE)
    }
  }
}
