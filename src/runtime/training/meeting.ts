/** How long one waits for the others, in milliseconds: whoever takes longer has ended without a word. */
const patience = 30_000

/** Somebody did not come, or could not go on. */
export class MeetingError extends Error {
  override readonly name = 'MeetingError'
}

/** Places of the signs that all share: who has come to this meeting, how many there have been, whether somebody left. */
const [come, round, left] = [0, 1, 2]
const signs = 3

/**
 * Where workers meet that share memory: each writes numbers into its own room, waits until all have, and reads those of
 * all. Rooms are doubled and used in turns, so that who reads is not written over by who is faster: that one waits at the
 * next meeting.
 */
export class Meeting {
  readonly #signs: Int32Array
  readonly #rooms: readonly (readonly Float32Array[])[]
  readonly #place: number
  #meetings = 0

  /**
   * @param memory of `memoryFor`, with so many places
   * @param place whose room is written to
   */
  constructor(memory: SharedArrayBuffer, place: number, places: number) {
    this.#signs = new Int32Array(memory, 0, signs)
    this.#place = place
    const numbers = (memory.byteLength / 4 - signs) / (2 * places)
    const room = (i: number) => new Float32Array(memory, 4 * (signs + i * numbers), numbers)
    this.#rooms = [0, 1].map((turn) => Array.from({ length: places }, (_, i) => room(turn * places + i)))
  }

  /** Where it writes before it meets the others. */
  get own(): Float32Array {
    return this.#rooms[this.#meetings % 2][this.#place]
  }

  /**
   * Waits for the others.
   * @returns what each has written, in the order of places; it stays until the next meeting but one
   */
  meet(): readonly Float32Array[] {
    const rooms = this.#rooms[this.#meetings % 2]
    const now = this.#meetings++
    if (Atomics.add(this.#signs, come, 1) === rooms.length - 1) {
      Atomics.store(this.#signs, come, 0)
      this.#wake()
    }
    while (Atomics.load(this.#signs, round) === now && !Atomics.load(this.#signs, left))
      if (Atomics.wait(this.#signs, round, now, patience) === 'timed-out')
        throw new MeetingError('Another worker of this training does not answer.')
    if (Atomics.load(this.#signs, left)) throw new MeetingError('Another worker of this training stopped.')
    return rooms
  }

  /** Lets nobody wait any longer: this meeting is over for all. */
  leave(): void {
    Atomics.store(this.#signs, left, 1)
    this.#wake()
  }

  #wake(): void {
    Atomics.add(this.#signs, round, 1)
    Atomics.notify(this.#signs, round)
  }
}

/** Shared memory for meetings at which each of some workers writes up to so many numbers. */
export const memoryFor = (places: number, numbers: number): SharedArrayBuffer =>
  new SharedArrayBuffer(4 * (signs + 2 * places * numbers))
