import { csvOf } from '../../shared/csv.ts'
import type { AppointmentFigures } from './contract.ts'

/** One line for each figure; times in minutes. */
export function figuresCsv(figures: AppointmentFigures): string {
  const { from, to, offeredMinutes, usedMinutes, leadTimeMs, byService } = figures
  return csvOf([
    ['Kennzahl', 'Wert'],
    ['Büro', figures.office.name],
    ['von', from],
    ['bis', to],
    ['angeboten (Minuten)', offeredMinutes],
    ['genutzt (Minuten)', usedMinutes],
    ['gebucht', figures.booked],
    ['bedient', figures.served],
    ['nicht erschienen', figures.noShow],
    ['abgesagt', figures.cancelled],
    ['nicht erfasst', figures.notRecorded],
    ['ohne Termin eingeschoben', figures.walkIns],
    ['Vorlauf, Median (Minuten)', leadTimeMs === null ? '' : Math.round(leadTimeMs / 60_000)],
    ...byService.map(({ name, minutes }) => [`genutzt: ${name} (Minuten)`, minutes]),
  ])
}
