import type { GivenCity } from '../city/city.testkit.ts'
import { inTransaction, type Platform, type StaffContext } from '../platform/context.ts'
import type { PhoneNumber } from '../shared/phoneNumber.ts'
import { openCase } from '../cases/index.ts'
import type { DialEvent, DialOrder, Station, Switchboard } from '../telephony/index.ts'
import { promiseCallback } from './promises/promiseCallback.ts'

const notPlayed = (): Promise<never> => Promise.reject(new Error('not played here'))
const NO_TALK: Switchboard['talk'] = {
  state: () => null,
  reachable: () => [],
  hold: notPlayed,
  takeBack: notPlayed,
  consult: notPlayed,
  transfer: notPlayed,
  handOver: notPlayed,
  confer: notPlayed,
}

/** The telephone as an edge: it writes down what it was asked, and a test plays what happens. */
export class FakeSwitchboard implements Switchboard {
  connectedTo = false
  /** What `dial` answers with, when set. */
  refusal: Error | null = null
  readonly dialled: DialOrder[] = []
  readonly endedDials: string[] = []
  readonly finished: string[] = []
  readonly stations = new Map<string, Station>()
  #tell: (event: DialEvent) => Promise<void> = () => Promise.reject(new Error('nothing was dialled'))

  /** Plays what happens to the last dialled attempt. */
  async play(...events: DialEvent[]): Promise<void> {
    for (const event of events) await this.#tell(event)
  }

  start = async (): Promise<void> => undefined
  stop = async (): Promise<void> => undefined
  connected = (): boolean => this.connectedTo
  inCharge = (): boolean => true
  alarm = (): string | null => null
  leadIn = (): null => null
  missing = (): string | null => (this.connectedTo ? null : 'Es ist keine Telefonanlage angeschlossen.')
  missingPrompts = (): string | null => null
  station({ actor }: StaffContext): Station {
    const none = {
      state: 'not-ready',
      since: new Date(0),
      callId: null,
      pause: null,
      ready: false,
      missing: [],
    } as const
    return this.stations.get(actor.accountId) ?? none
  }
  heartbeat = async (): Promise<void> => undefined
  setReady = async (): Promise<void> => undefined
  accept = async (): Promise<void> => undefined
  decline = async (): Promise<void> => undefined
  hangUp = async (): Promise<void> => undefined
  async finishWrapUp(_ctx: StaffContext, callId: string): Promise<void> {
    this.finished.push(callId)
  }
  startTraining = (): Promise<string> => Promise.reject(new Error('not played here'))
  hasTelephone = (): boolean => this.connectedTo
  phoneAccount = async (): Promise<null> => null
  async dial(_ctx: StaffContext, order: DialOrder, tell: (event: DialEvent) => Promise<void>): Promise<void> {
    if (this.refusal) throw this.refusal
    this.dialled.push(order)
    this.#tell = tell
  }
  async endDial(_ctx: StaffContext, attemptId: string): Promise<void> {
    this.endedDials.push(attemptId)
  }
  readonly talk = NO_TALK
  readonly held = new Set<string>()
  async holdDial(_ctx: StaffContext, attemptId: string, held: boolean): Promise<void> {
    if (held) this.held.add(attemptId)
    else this.held.delete(attemptId)
  }
  isDialHeld = (attemptId: string): boolean => this.held.has(attemptId)
  snapshot = () => ({
    connected: this.connectedTo,
    well: this.connectedTo,
    note: '',
    waiting: [],
    stations: [],
  })
}

/** Monday, 23 November 2026, 14:00 to 15:00 in Berlin: the window of `givenCallback`. */
export const WINDOW = { start: new Date('2026-11-23T13:00:00Z'), end: new Date('2026-11-23T14:00:00Z') }

export interface CallbackOverrides {
  teamId?: string
  windowStart?: Date
  windowEnd?: Date
  practice?: boolean
  contactPhone?: PhoneNumber | null
  contactEmail?: string | null
  contactLang?: 'de' | 'en' | 'einfach'
  reason?: string
}

/** A case with a promised callback, as an intake makes it. */
export function givenCallback(
  platform: Platform,
  city: GivenCity,
  ctx: StaffContext,
  overrides: CallbackOverrides = {},
): Promise<{ id: string; caseId: string; caseNumber: string; text: string }> {
  const teamId = overrides.teamId ?? city.teams.office
  const practice = overrides.practice ?? false
  return inTransaction(platform, async (tx) => {
    const opened = await openCase(tx, ctx, {
      channel: 'phone',
      practice,
      callId: null,
      lineId: city.lines.service.id,
      teamId,
      serviceId: null,
      reason: overrides.reason ?? 'Braucht ein Führungszeugnis für das Ehrenamt.',
      contactName: null,
      contactPhone: overrides.contactPhone === undefined ? TEST_PHONE : overrides.contactPhone,
      contactEmail: overrides.contactEmail ?? null,
      contactLang: overrides.contactLang ?? 'de',
      outcome: 'callback',
    })
    const windowStart = overrides.windowStart ?? WINDOW.start
    const promised = await promiseCallback(tx, ctx, {
      caseId: opened.id,
      teamId,
      windowStart,
      windowEnd: overrides.windowEnd,
      practice,
    })
    return { ...promised, caseId: opened.id, caseNumber: opened.number }
  })
}

/** From the numbers that the Bundesnetzagentur keeps free for films and examples. */
export const TEST_PHONE = '+491713920012' as PhoneNumber
