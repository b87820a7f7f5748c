import { expect } from 'vitest'

/** What one file may take of the processor, in milliseconds; longer is a hang. */
const patience = 2000

/** Does what must not hang; the clock is that of this process, so that a busy machine hangs nobody. */
export async function soon<T>(what: string, of: () => Promise<T>): Promise<T> {
  const begin = process.cpuUsage()
  try {
    return await of()
  } finally {
    const { user, system } = process.cpuUsage(begin)
    expect((user + system) / 1000, `${what}: milliseconds of the processor`).toBeLessThan(patience)
  }
}
