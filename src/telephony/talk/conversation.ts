// What hold, consultation, conference and handing over make of a call. Pure: one state, one event, one answer. Any
// party may hang up at any moment, and in every state the caller is with somebody, hears music and is minded, or gone.
import type { Guest, Talk, TalkEffect, TalkEvent, TalkStep } from './model.ts'

/** The next state; null when the event does not fit the state, so that a person is told and news is passed over. */
export function stepTalk(talk: Talk | null, event: TalkEvent): TalkStep | null {
  if (talk === null) return fromTogether(event)
  if (event.kind === 'caller-gone') return callerGone(talk)
  switch (talk.stage) {
    case 'held':
      return fromHeld(event)
    case 'asking':
      return fromAsking(talk, event)
    case 'consulting':
      return fromConsulting(talk, event)
    case 'conference':
      return fromConference(talk, event)
    case 'passed':
      return event.kind === 'guest-gone' ? { talk: null, effects: [{ kind: 'release-caller' }] } : null
  }
}

const HELD: Talk = { stage: 'held', agentThere: true, guest: null, passOn: false }
const TOGETHER: TalkStep = { talk: null, effects: [] }

const asking = (guest: Guest, passOn: boolean): TalkStep => ({
  talk: { stage: 'asking', agentThere: true, guest, passOn },
  effects: [],
})

const goesOn = (talk: Talk): TalkStep => ({ talk, effects: [] })

function fromTogether(event: TalkEvent): TalkStep | null {
  if (event.kind === 'hold') return goesOn(HELD)
  return event.kind === 'ask' ? asking(event.guest, event.passOn) : null
}

function fromHeld(event: TalkEvent): TalkStep | null {
  switch (event.kind) {
    case 'take-back':
      return TOGETHER
    case 'ask':
      return asking(event.guest, event.passOn)
    // Nobody consulted anybody: who hangs up on a caller on hold ends the call.
    case 'agent-gone':
      return { talk: null, effects: [{ kind: 'end' }] }
    default:
      return null
  }
}

function fromAsking(talk: Talk, event: TalkEvent): TalkStep | null {
  switch (event.kind) {
    case 'guest-answered':
      return talk.passOn ? handOver(talk) : goesOn({ ...talk, stage: 'consulting' })
    case 'guest-gone':
      if (!talk.agentThere) return { talk: null, effects: [{ kind: 'requeue' }] }
      // Whoever wanted to talk first decides what is next; whoever only passed on has the caller again.
      return talk.passOn ? TOGETHER : goesOn(HELD)
    case 'agent-gone':
      return talk.passOn ? goesOn({ ...talk, agentThere: false }) : leaveWaiting(talk)
    case 'hand-over':
      return goesOn({ ...talk, passOn: true })
    case 'take-back':
      return takeBack(talk)
    default:
      return null
  }
}

function fromConsulting(talk: Talk, event: TalkEvent): TalkStep | null {
  switch (event.kind) {
    case 'guest-gone':
      return goesOn(HELD)
    // The guest has not spoken with the caller: nobody is put through by hanging up.
    case 'agent-gone':
      return leaveWaiting(talk)
    case 'hand-over':
      return handOver(talk)
    case 'confer':
      return goesOn({ ...talk, stage: 'conference' })
    case 'take-back':
      return takeBack(talk)
    default:
      return null
  }
}

function fromConference(talk: Talk, event: TalkEvent): TalkStep | null {
  switch (event.kind) {
    case 'guest-gone':
      return TOGETHER
    case 'agent-gone':
    case 'hand-over':
      return handOver(talk)
    case 'take-back':
      return takeBack(talk)
    default:
      return null
  }
}

function callerGone({ stage, guest }: Talk): TalkStep {
  const release: TalkEffect[] = guest ? [{ kind: 'release-guest', guest }] : []
  // Passed on, the call was over before.
  return { talk: null, effects: stage === 'passed' ? release : [...release, { kind: 'end' }] }
}

function handOver(talk: Talk): TalkStep | null {
  const { guest } = talk
  if (!guest) return null
  if (guest.accountId !== null) return { talk: null, effects: [{ kind: 'taken-over', guest }] }
  const passed: Talk = { stage: 'passed', agentThere: false, guest, passOn: false }
  return { talk: passed, effects: [{ kind: 'passed-on', guest }] }
}

function takeBack({ guest, agentThere }: Talk): TalkStep | null {
  if (!agentThere) return null
  return { talk: null, effects: guest ? [{ kind: 'release-guest', guest }] : [] }
}

const leaveWaiting = ({ guest }: Talk): TalkStep => ({
  talk: null,
  effects: [...(guest ? [{ kind: 'release-guest', guest } as const] : []), { kind: 'requeue' }],
})

/** Which legs are in the call's bridge; a caller who is not hears music. */
export function membersOf(
  talk: Talk | null,
  legs: { caller: string; agent: string | null },
  guestIsHeard: boolean,
): { inside: string[]; music: boolean } {
  const agent = legs.agent !== null && (talk?.agentThere ?? true) ? [legs.agent] : []
  const guest = talk?.guest && guestIsHeard ? [talk.guest.legId] : []
  const music = talk?.stage === 'held' || talk?.stage === 'asking' || talk?.stage === 'consulting'
  return { inside: [...(music ? [] : [legs.caller]), ...agent, ...guest], music }
}
