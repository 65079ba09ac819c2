import { linesOf } from '../city/index.ts'
import { namesOf } from '../people/index.ts'
import type { StaffContext } from '../platform/context.ts'
import { outsideTargets, type Asked, type GuestNews, type TalkState } from '../telephony/index.ts'
import type { DeskTalk } from './contract.ts'

/** A conversation as its people read it. */
export async function presentTalk(ctx: StaffContext, state: TalkState): Promise<DeskTalk> {
  const { part, talk, agentId, asked, news } = state
  const isOrdinary = !talk && !news && part === 'own'
  const nameOf = isOrdinary ? () => '' : await namesFor(ctx)
  const stage = talk === null || talk.stage === 'passed' ? 'together' : talk.stage
  return {
    part,
    stage,
    passOn: talk?.passOn ?? false,
    guestName: talk?.guest && asked ? nameOf(asked) : null,
    agentName: part === 'guest' && agentId ? nameOf({ to: 'clerk', targetId: agentId }) : null,
    news: part === 'own' && news ? sentenceOf(news, nameOf(news.asked), talk === null) : null,
  }
}

/** An agent of the provider is a colleague at the telephone, by role and not by name. */
async function namesFor(ctx: StaffContext): Promise<(asked: Pick<Asked, 'to' | 'targetId'>) => string> {
  const lines = await linesOf(ctx.db, ctx.cityId)
  const people = await namesOf(ctx.db, ctx.cityId)
  const outside = await outsideTargets(ctx.db, ctx.cityId)
  return ({ to, targetId }) => {
    if (to === 'line') return lines.find(({ id }) => id === targetId)?.name ?? 'eine andere Rufnummer'
    if (to === 'outside') return outside.find(({ id }) => id === targetId)?.name ?? 'eine externe Nummer'
    const person = people.find(({ id }) => id === targetId)
    return !person || person.role === 'agent' ? 'Telefon-Dienst' : person.name
  }
}

const HOW: Readonly<Record<GuestNews['how'], string>> = {
  declined: 'hat abgelehnt oder ist besetzt',
  'no-answer': 'hat nicht abgenommen',
  failed: 'ist nicht erreichbar',
  'hung-up': 'hat aufgelegt',
  'taken-back': '',
  'caller-left': '',
}

function sentenceOf({ how }: GuestNews, name: string, together: boolean): string {
  const then = together
    ? 'Sie sprechen wieder mit der anrufenden Person.'
    : 'Die anrufende Person hört Musik.'
  return `${name} ${HOW[how]}. ${then}`
}
