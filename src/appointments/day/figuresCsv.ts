import type { AppointmentFigures } from './contract.ts'

/** One line for each figure, separated by semicolons, which is what German spreadsheets read; times in minutes. */
export function figuresCsv(figures: AppointmentFigures): string {
  const { from, to, offeredMinutes, usedMinutes, leadTimeMs, byService } = figures
  const lines: (string | number)[][] = [
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
  ]
  // Spreadsheets take the mark for the sign that umlauts are meant.
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`
}

/** Text that a spreadsheet would take for a formula is only text. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
