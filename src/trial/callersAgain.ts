interface Coming {
  id: string
  offeredAt: Date
  /** The day's own key of the number; null where it was withheld. */
  callerKey: string | null
}

/** The calls of one day, each with whether its caller had called before on that day, answered or not. */
export function callersAgain<T extends Coming>(calls: readonly T[]): (T & { again: boolean })[] {
  const known = new Set<string>()
  return calls.toSorted(inOrder).map((call) => {
    const again = call.callerKey !== null && known.has(call.callerKey)
    if (call.callerKey !== null) known.add(call.callerKey)
    return { ...call, again }
  })
}

const inOrder = (one: Coming, other: Coming): number =>
  one.offeredAt.getTime() - other.offeredAt.getTime() || (one.id < other.id ? -1 : 1)
