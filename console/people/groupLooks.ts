import type { AuditView } from '../../src/people/contract.ts'

/** Looks in a row by one person at one thing; `at` is the newest. */
export interface Looks extends AuditView {
  times: number
}

/** A page that stays open reads again whenever something happens: such looks are one line with their number. */
export function groupLooks(newestFirst: readonly AuditView[]): Looks[] {
  const groups: Looks[] = []
  for (const look of newestFirst) {
    const last = groups.at(-1)
    if (last && isSame(last, look)) last.times += 1
    else groups.push({ ...look, times: 1 })
  }
  return groups
}

const isSame = (a: AuditView, b: AuditView): boolean =>
  a.accountId === b.accountId &&
  a.action === b.action &&
  a.note === b.note &&
  a.subject.kind === b.subject.kind &&
  a.subject.id === b.subject.id
