import type { Platform, StaffContext } from '../platform/context.ts'
import { conflict } from '../platform/problems.ts'
import type { AsteriskTelephone } from './asterisk/telephone.ts'
import { TRUNK_DOWN } from './desks/availability.ts'
import type { Exchange } from './exchange/exchange.ts'
import { requireDialable } from './requireDialable.ts'
import type { DialEvent, DialOrder } from './switchboard.ts'
import { PracticeDials } from './training/dial.ts'

export interface DialsNeeds {
  platform: Platform
  telephone: () => AsteriskTelephone | null
  connected(cityId: string): boolean
  exchangeOf(cityId: string): Exchange
  /** The desk is known, its person has nobody in hand; else a Problem. */
  requireFreeDesk(ctx: StaffContext): Promise<void>
}

/** Calls that clerks make to citizens: over the telephone system, or played. */
export class Dials {
  readonly #needs: DialsNeeds
  readonly #practice: PracticeDials

  constructor(needs: DialsNeeds) {
    this.#needs = needs
    this.#practice = new PracticeDials(needs.platform)
  }

  /** @throws Problem 409 `no-telephone`, `trunk-down` or `call-in-hand`, 422 for a number that may not be dialled */
  async start(ctx: StaffContext, order: DialOrder, tell: (event: DialEvent) => Promise<void>): Promise<void> {
    const { cityId, actor } = ctx
    const telephone = this.#needs.telephone()
    if (!order.practice) await this.#requireTelephone(cityId, order.number)
    await this.#needs.requireFreeDesk(ctx)
    const exchange = this.#needs.exchangeOf(cityId)
    const agentId = actor.accountId
    await exchange.tell({ kind: 'dial-started', agentId })
    if (exchange.state.agents.get(agentId)?.phase !== 'dialling') throw callInHand()
    const done = (): void => exchange.tellSelf({ kind: 'dial-ended', agentId })
    if (order.practice) this.#practice.start(order.attemptId, tell, done)
    else await telephone?.dialler.start({ cityId, accountId: agentId }, order, tell, done)
  }

  async end(attemptId: string): Promise<void> {
    if (!this.#practice.end(attemptId)) await this.#needs.telephone()?.dialler.end(attemptId)
  }

  /** @throws Problem 409 `no-conversation` */
  async hold(attemptId: string, held: boolean): Promise<void> {
    if (this.#practice.hold(attemptId, held)) return
    if (!(await this.#needs.telephone()?.dialler.hold(attemptId, held)))
      throw conflict('no-conversation', 'Sie sprechen gerade nicht miteinander.')
  }

  isHeld(attemptId: string): boolean {
    return this.#practice.isHeld(attemptId) || this.#needs.telephone()?.dialler.isHeld(attemptId) === true
  }

  stop(): void {
    this.#practice.stop()
  }

  async #requireTelephone(cityId: string, number: string): Promise<void> {
    if (!this.#needs.connected(cityId))
      throw conflict('no-telephone', 'Es ist keine Telefonanlage verbunden. Bitte wählen Sie selbst.')
    if (this.#needs.telephone()?.trunkIsUp() === false)
      throw conflict('trunk-down', `${TRUNK_DOWN} Dieser Versuch zählt nicht, die Zusage bleibt.`)
    await requireDialable(this.#needs.platform.db, cityId, number)
  }
}

export const callInHand = () => conflict('call-in-hand', 'Bitte schließen Sie zuerst den laufenden Anruf ab.')
