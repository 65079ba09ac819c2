/** An open callback with a named person: in their hands, or waiting for them. */
export interface NamedWork {
  personId: string
  dueUntil: number
  /** What it takes, in milliseconds. */
  workMs: number
  /** Since when it is in the person's hands; null while it waits. */
  takenAt: number | null
}

/** `back`: when they are on duty again today; the end of the day when they are not. */
export type Duty = { there: true } | { there: false; back: number }

export interface StandIn {
  awayUntil: number
  /** Null: the team. */
  deputyId: string | null
}

/** Who took something just now is there, whatever the roster says. */
const JUST_TAKEN_MS = 30 * 60_000

/**
 * Whether somebody has to stand in for the named person, and who: when that person comes back later than the call can
 * last be made. A break in which the promise does not break changes nothing, and what is due tomorrow is no matter of
 * today. A deputy who is not there either leaves it to the team.
 * @param dutyOf of the city's people; whom no roster names counts as there
 */
export function standInFor(
  { personId, dueUntil, workMs, takenAt }: NamedWork,
  dutyOf: (personId: string) => Duty,
  deputyOf: (personId: string) => string | null,
  now: number,
): StandIn | null {
  const duty = dutyOf(personId)
  if (duty.there || dueUntil - workMs >= duty.back) return null
  if (takenAt !== null && now - takenAt < JUST_TAKEN_MS) return null
  const deputyId = deputyOf(personId)
  const isThere = deputyId !== null && dutyOf(deputyId).there
  return { awayUntil: duty.back, deputyId: isThere ? deputyId : null }
}
