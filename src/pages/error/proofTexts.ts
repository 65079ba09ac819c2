import type { PageLanguage } from '../../platform/ui/language.ts'

interface ProofTexts {
  title: string
  lead: string
  /** Without a script. */
  wait: (seconds: number) => string
  /** Instead of `wait`, while the device computes. */
  computing: string
  button: string
}

const seconds = (count: number): string => (count === 1 ? 'eine Sekunde' : `${count} Sekunden`)

export const proofTexts: Record<PageLanguage, ProofTexts> = {
  de: {
    title: 'Einen Moment, bitte',
    lead: 'Gerade kommen ungewöhnlich viele Anfragen, wahrscheinlich von Programmen. Damit die Zeiten bei Menschen ankommen, dauert das Reservieren etwas länger.',
    wait: (count) =>
      `Bitte warten Sie ${seconds(count)} und drücken Sie dann auf „Weiter“. Drücken Sie früher, zählt die Zeit weiter, und nichts geht verloren.`,
    computing: 'Ihr Gerät rechnet kurz. Dann geht es von selbst weiter.',
    button: 'Weiter',
  },
  en: {
    title: 'One moment, please',
    lead: 'Unusually many requests are coming in, probably from programs. So that the times go to people, reserving one takes a little longer.',
    wait: (count) =>
      `Please wait ${count === 1 ? 'one second' : `${count} seconds`}, then press “Continue”. If you press earlier, the time keeps counting and nothing is lost.`,
    computing: 'Your device is computing for a moment. Then it goes on by itself.',
    button: 'Continue',
  },
  einfach: {
    title: 'Bitte warten Sie kurz',
    lead: 'Gerade fragen sehr viele nach Terminen. Vielleicht sind es Computer. Darum dauert es etwas länger.',
    wait: (count) => `Warten Sie bitte ${seconds(count)}. Dann drücken Sie auf „Weiter“.`,
    computing: 'Ihr Gerät rechnet. Gleich geht es von selbst weiter.',
    button: 'Weiter',
  },
}
