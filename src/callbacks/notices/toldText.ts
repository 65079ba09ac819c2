import type { Answer, Notice } from './noticeRule.ts'

/** Says to the clerk how the citizen is told, or why not and what is left; null where practice tells nobody. */
export function toldText(notice: Notice, answer: Answer): string | null {
  const letter = notice === 'not-reached' ? ' Bitte prüfen, ob ein Brief nötig ist.' : ''
  switch (answer) {
    case 'sms':
      return 'Die Person bekommt eine SMS.'
    case 'email':
      return 'Die Person bekommt eine E-Mail.'
    case 'no-address':
      return `Die Person bekommt keine Nachricht: weder Handynummer noch E-Mail-Adresse ist bekannt.${letter}`
    case 'not-connected':
      return `Die Person bekommt keine Nachricht: SMS und E-Mail sind dafür nicht verbunden.${letter}`
    case 'practice':
      return null
  }
}
