import { shortWindow } from '../../shared/germanTime.ts'
import { spokenMoment } from '../../shared/spokenMoment.ts'
import { plannedMs } from './lengthRule.ts'
import type { Judged } from './offerRule.ts'
import type { Outlook } from './outlook.ts'

const MINUTE = 60_000

/** How the last promises ended that taught the team. */
export interface Decided {
  decided: number
  missed: number
}

/** What counts for a team on every day: how long a callback takes, who makes them, and how careful offers are. */
export function basisOf({ facts, workMs }: Outlook, { decided, missed }: Decided): string[] {
  const { typical, wished, roster, perHour } = facts
  const minutes = minutesOf(workMs)
  const measured = Math.floor(Math.max(typical.weight, wished.weight))
  const source =
    measured === 0 ? 'angenommen, weil noch keiner gemessen ist' : `gemessen an ${counted(measured)}`
  return [
    `Ein Rückruf dauert mit Nacharbeit voraussichtlich ${minutes} (${source}).`,
    roster
      ? 'Zugesagt werden 85 Prozent der Zeit, die laut Dienstplan da ist.'
      : `Ein Dienstplan fehlt. Es gilt die Zahl der Verwaltung: ${perHour} Rückrufe je Servicestunde, jeder mit ${minutesOf(plannedMs(typical))} gerechnet.`,
    decided === 0
      ? 'Noch ist keine Zusage entschieden. Angestrebt ist, dass 95 von 100 gehalten werden.'
      : `Von den letzten ${decided} Zusagen ${missed === 1 ? 'wurde eine' : `wurden ${missed === 0 ? 'keine' : missed}`} nicht gehalten. Angestrebt ist, dass 95 von 100 gehalten werden: Jede gebrochene macht das Angebot vorsichtiger.`,
  ]
}

/** Why a window is not offered; null for one that is, or is over. */
export function reasonOf({ window, judgement }: Judged, now: Date, timeZone: string): string | null {
  const label = shortWindow(window, now, timeZone)
  switch (judgement.kind) {
    case 'free':
    case 'over':
      return null
    case 'nobody':
      return `${label}: Niemand ist für Rückrufe da.`
    case 'full': {
      const { capacityMs, promisedMs } = judgement
      const taken = `von ${minutesOf(capacityMs)} sind ${minutesOf(promisedMs)} zugesagt`
      return `${label}: Die Zeit reicht für keinen weiteren Rückruf (${taken}; was in die Zeit davor und danach gehört, zählt mit).`
    }
    case 'unsure': {
      const by = judgement.by === null ? 'an einem späteren Tag' : spokenMoment(judgement.by, now, timeZone)
      return `${label}: Nicht sicher genug. Was vorher zu tun ist, ist mit Reserve erst ${by} geschafft.`
    }
  }
}

export const closedReason = (day: string, because: string): string => `${day}: geschlossen (${because}).`

export const NO_OFFER =
  'In den nächsten 90 Tagen ist niemand da, der zurückruft. Bitte den Dienstplan prüfen.'

const minutesOf = (ms: number): string => {
  const minutes = Math.round(ms / MINUTE)
  return minutes === 1 ? '1 Minute' : `${minutes} Minuten`
}
const counted = (count: number): string => (count === 1 ? 'einem' : `${count}`)
