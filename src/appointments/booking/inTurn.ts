/** One works and one is ready to follow when the lock is free. */
const AT_A_TIME = 2

const days = new Map<string, { running: number; waiting: (() => void)[] }>()

/**
 * Lets few transactions of this process ask for one day's lock at a time, in the order in which they came. The others
 * wait here: at the lock each of them would keep a connection that somebody else needs.
 */
export async function inTurn<T>(day: string, work: () => Promise<T>): Promise<T> {
  const line = days.get(day) ?? { running: 0, waiting: [] }
  days.set(day, line)
  if (line.running < AT_A_TIME) line.running += 1
  else await new Promise<void>((resolve) => line.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = line.waiting.shift()
    // Who leaves hands the place on.
    if (next) next()
    else {
      line.running -= 1
      if (line.running === 0) days.delete(day)
    }
  }
}
