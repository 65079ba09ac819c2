import {
  announcementsFrom,
  cityOf,
  decidedLines,
  linesOf,
  spokenUntil,
  teamsOf,
  todayView,
} from '../city/index.ts'
import { accountNames } from '../people/index.ts'
import { requireRole, type StaffContext } from '../platform/context.ts'
import {
  callerNumbers,
  signedOutAccounts,
  spokenAnnouncements,
  type LeadTools,
  type TelephoneNow,
} from '../telephony/index.ts'
import type {
  Conversation,
  LeadAnnouncement,
  LeadDesk,
  LeadLine,
  LeadView,
  WaitingCaller,
} from './contract.ts'
import { maskedNumber } from './maskedNumber.ts'

type Names = ReadonlyMap<string, string>

/** The telephone of the city as it is now: who waits, who talks, who is where, what is open. No figure about a person. */
export async function readLead(
  ctx: StaffContext,
  switchboard: Pick<LeadTools, 'telephoneNow'>,
): Promise<LeadView> {
  requireRole(ctx, 'lead', 'admin')
  const { db, cityId, actor } = ctx
  const now = ctx.clock.now()
  const telephone = switchboard.telephoneNow(cityId)
  const lines = (await linesOf(db, cityId)).filter(({ active }) => active)
  const teams = await teamsOf(db, cityId)
  const lineNames = namesOf(lines)
  const teamNames = namesOf(teams)
  const ids = [...telephone.waiting, ...telephone.talking].map(({ callId }) => callId)
  const numbers = await callerNumbers(db, cityId, ids)
  const accounts = await accountNames(db, cityId)
  const signedOut = await signedOutAccounts(db, cityId)
  const me = actor.accountId
  return {
    now: now.toISOString(),
    telephone: { well: telephone.well, note: telephone.note },
    lines: await linesNow(ctx, lines, telephone, now),
    waiting: telephone.waiting.map((call) => presentWaiting(call, { lineNames, teamNames, numbers })),
    talking: telephone.talking.map((call) => presentTalking(call, { lineNames, accounts, numbers, me })),
    desks: telephone.desks
      .map((desk) => presentDesk(desk, accounts, teamNames, signedOut))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    teams: teams.map(({ id, name }) => ({ id, name })),
    announcements: await announcementsNow(ctx, lineNames, now),
  }
}

async function linesNow(
  { db, cityId }: StaffContext,
  lines: readonly { id: string; name: string }[],
  { waiting }: TelephoneNow,
  now: Date,
): Promise<LeadLine[]> {
  const { timeZone } = await cityOf(db, cityId)
  const usual = await todayView(db, cityId, now)
  const decided = await decidedLines(db, cityId, now)
  return lines.map(({ id, name }) => {
    const decision = decided.get(id)
    return {
      id,
      name,
      open: decision ? decision.state === 'open' : usual.open,
      hoursText: decision ? spokenUntil(decision.endsAt, timeZone) : usual.hoursText,
      decision: decision ? { reason: decision.reason } : null,
      waiting: waiting.filter(({ lineId }) => lineId === id).length,
    }
  })
}

const presentWaiting = (
  { callId, lineId, teamIds, since, front, doing }: TelephoneNow['waiting'][number],
  names: { lineNames: Names; teamNames: Names; numbers: Names },
): WaitingCaller => ({
  callId,
  lineId,
  lineName: names.lineNames.get(lineId) ?? '',
  teamNames: known(teamIds, names.teamNames),
  since: since.toISOString(),
  caller: maskedNumber(names.numbers.get(callId) ?? null),
  front,
  doing,
})

const presentTalking = (
  { callId, lineId, agentId, since, lead }: TelephoneNow['talking'][number],
  names: { lineNames: Names; accounts: Names; numbers: Names; me: string },
): Conversation => ({
  callId,
  lineName: names.lineNames.get(lineId) ?? '',
  agentName: agentId === null ? null : (names.accounts.get(agentId) ?? ''),
  since: since.toISOString(),
  caller: maskedNumber(names.numbers.get(callId) ?? null),
  lead: lead && { name: lead.name, isMe: lead.accountId === names.me, in: lead.in },
})

const presentDesk = (
  { accountId, teamIds, state, since, ready, pause }: TelephoneNow['desks'][number],
  accounts: Names,
  teamNames: Names,
  signedOut: ReadonlySet<string>,
): LeadDesk => ({
  accountId,
  name: accounts.get(accountId) ?? '',
  teamNames: known(teamIds, teamNames),
  state,
  since: since.toISOString(),
  pause,
  signedOut: signedOut.has(accountId),
  ready,
})

async function announcementsNow(
  { db, cityId }: StaffContext,
  lineNames: Names,
  now: Date,
): Promise<LeadAnnouncement[]> {
  const spoken = await spokenAnnouncements(db, cityId)
  return (await announcementsFrom(db, cityId, now)).map((each) => ({
    id: each.id,
    text: each.text,
    languages: [...(each.textEn ? ['en' as const] : []), ...(each.textEinfach ? ['einfach' as const] : [])],
    link: each.link,
    important: each.important,
    lineNames: known(each.lineIds, lineNames),
    from: each.startsAt.toISOString(),
    until: each.endsAt.toISOString(),
    spoken: spoken.has(each.id),
  }))
}

const namesOf = (things: readonly { id: string; name: string }[]): Names =>
  new Map(things.map(({ id, name }) => [id, name]))

const known = (ids: readonly string[], names: Names): string[] =>
  ids.flatMap((id) => names.get(id) ?? []).toSorted((a, b) => a.localeCompare(b, 'de'))
