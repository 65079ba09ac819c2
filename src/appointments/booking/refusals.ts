import { Problem } from '../../platform/problems.ts'

/** A time that cannot be had: whoever asked for it is offered others. */
export class NoRoom extends Problem {
  constructor(code: keyof typeof SENTENCES) {
    super(409, code, SENTENCES[code])
  }
}

const SENTENCES = {
  'not-free': 'Diese Zeit ist nicht mehr frei. Bitte wählen Sie eine andere.',
  'not-released': 'Diese Zeit ist noch nicht freigegeben. Bitte wählen Sie eine andere.',
  'not-offered': 'Zu dieser Zeit gibt es keine Termine. Bitte wählen Sie eine andere.',
  'hold-expired': 'Die Reservierung ist abgelaufen. Bitte wählen Sie die Zeit noch einmal.',
} as const
