import type { PageLanguage } from '../../../platform/ui/language.ts'

interface ReleaseTexts {
  title: string
  lead: string
  batches: string
  /** `until` null: one day only. */
  batch: (moment: string, from: string, until: string | null) => string
  rolling: string
  /** One step opens all of a day. */
  wholeDay: (clock: string, ahead: string) => string
  inSteps: string
  step: (percent: number, ahead: string, clock: string) => string
  /** Which days: from, until. */
  daysFrom: (from: string) => string
  daysUntil: (until: string) => string
  ahead: (days: number) => string
  pool: string
  given: (when: string) => string
  /** 'montags um 8:00 Uhr' */
  poolTime: (weekdays: string, clock: string) => string
  next: (moment: string) => string
  kept: Record<'phone' | 'counter', (ahead: string, clock: string) => string>
  always: (days: number) => string
  toBook: string
  /** Link from where nothing is free. */
  link: string
  noneHelp: string
  weekdays: readonly string[]
  join: { to: string; and: string }
}

const de: ReleaseTexts = {
  title: 'Wann neue Termine frei werden',
  lead: 'Hier steht, wann Sie neue Termine buchen können. Sie müssen nicht auf gut Glück nachsehen.',
  batches: 'Viele Termine auf einmal',
  batch: (moment, from, until) =>
    until === null
      ? `${moment}: Dann geben wir alle Termine für ${from} frei.`
      : `${moment}: Dann geben wir alle Termine von ${from} bis ${until} frei.`,
  rolling: 'Jeden Tag neue Termine',
  wholeDay: (clock, ahead) => `Jeden Tag um ${clock} geben wir einen weiteren Tag frei: ${ahead} im Voraus.`,
  inSteps: 'Die Termine eines Tages geben wir in Stufen frei:',
  step: (percent, ahead, clock) => `${percent} Prozent ${ahead} vorher um ${clock}`,
  daysFrom: (from) => `Das gilt für Termine ab ${from}.`,
  daysUntil: (until) => `Das gilt für Termine bis ${until}.`,
  ahead: (days) =>
    days === 0
      ? '0 Tage'
      : days % 7 === 0
        ? plural(days / 7, 'Woche', 'Wochen')
        : plural(days, 'Tag', 'Tage'),
  pool: 'Abgesagte Termine',
  given: (when) => `Abgesagte Termine geben wir ${when} wieder frei.`,
  poolTime: (weekdays, clock) => `${weekdays} um ${clock}`,
  next: (moment) => `Das nächste Mal: ${moment}`,
  kept: {
    phone: (ahead, clock) =>
      `Einen Teil der Termine halten wir für Menschen frei, die anrufen. Was davon übrig ist, ist ${ahead} vorher ab ${clock} für alle frei.`,
    counter: (ahead, clock) =>
      `Einen Teil der Termine halten wir für Menschen frei, die zu uns kommen. Was davon übrig ist, ist ${ahead} vorher ab ${clock} für alle frei.`,
  },
  always: (days) => `Freie Termine können Sie jederzeit buchen, höchstens ${days} Tage im Voraus.`,
  toBook: 'Zu den freien Terminen',
  link: 'Wann neue Termine frei werden',
  noneHelp: 'Neue Termine kommen zu festen Zeiten. Oder rufen Sie uns an.',
  weekdays: ['montags', 'dienstags', 'mittwochs', 'donnerstags', 'freitags', 'samstags', 'sonntags'],
  join: { to: 'bis', and: 'und' },
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export const releaseTexts: Record<PageLanguage, ReleaseTexts> = {
  de,
  en: {
    title: 'When new appointments become available',
    lead: 'This page says when you can book new appointments. You do not have to keep looking.',
    batches: 'Many appointments at once',
    batch: (moment, from, until) =>
      until === null
        ? `${moment}: all appointments for ${from} become available.`
        : `${moment}: all appointments from ${from} to ${until} become available.`,
    rolling: 'New appointments every day',
    wholeDay: (clock, ahead) => `Every day at ${clock} one more day becomes available, ${ahead} ahead.`,
    inSteps: 'The appointments of a day become available in steps:',
    step: (percent, ahead, clock) => `${percent} percent ${ahead} before, at ${clock}`,
    daysFrom: (from) => `This is for appointments from ${from} on.`,
    daysUntil: (until) => `This is for appointments until ${until}.`,
    ahead: (days) =>
      days === 0
        ? '0 days'
        : days % 7 === 0
          ? plural(days / 7, 'week', 'weeks')
          : plural(days, 'day', 'days'),
    pool: 'Cancelled appointments',
    given: (when) => `Cancelled appointments become available again ${when}.`,
    poolTime: (weekdays, clock) => `${weekdays} at ${clock}`,
    next: (moment) => `Next time: ${moment}`,
    kept: {
      phone: (ahead, clock) =>
        `We keep some appointments for people who call. What is left of them is open to everybody ${ahead} before, from ${clock} on.`,
      counter: (ahead, clock) =>
        `We keep some appointments for people who come to us. What is left of them is open to everybody ${ahead} before, from ${clock} on.`,
    },
    always: (days) => `You can book free appointments at any time, up to ${days} days ahead.`,
    toBook: 'See free appointments',
    link: 'When new appointments become available',
    noneHelp: 'New appointments come at fixed times. Or call us.',
    weekdays: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
    join: { to: 'to', and: 'and' },
  },
  einfach: {
    ...de,
    title: 'Wann gibt es neue Termine?',
    lead: 'Hier steht: Wann können Sie neue Termine buchen?',
    batch: (moment, from, until) =>
      until === null
        ? `${moment}: Dann gibt es neue Termine für ${from}.`
        : `${moment}: Dann gibt es neue Termine. Sie sind für die Tage von ${from} bis ${until}.`,
    wholeDay: (clock, ahead) =>
      `Jeden Tag um ${clock} gibt es neue Termine. Die Termine sind für den Tag in ${aheadDative(ahead)}.`,
    inSteps: 'Die Termine für einen Tag kommen nach und nach:',
    step: (percent, ahead, clock) => `${ahead} vorher um ${clock}: ${percent} von 100 Terminen`,
    given: (when) => `Manchmal sagt jemand einen Termin ab. Diese Termine gibt es dann wieder: ${when}.`,
    kept: {
      phone: (ahead, clock) =>
        `Manche Termine sind für Menschen, die anrufen. Sind davon welche übrig? Dann sind sie für alle: ${ahead} vorher ab ${clock}.`,
      counter: (ahead, clock) =>
        `Manche Termine sind für Menschen, die zu uns kommen. Sind davon welche übrig? Dann sind sie für alle: ${ahead} vorher ab ${clock}.`,
    },
    always: (days) => `Sie können immer Termine buchen. Aber nur für die nächsten ${days} Tage.`,
    toBook: 'Freie Termine ansehen',
    link: 'Wann gibt es neue Termine?',
    noneHelp: 'Neue Termine gibt es zu festen Zeiten. Oder Sie rufen uns an.',
  },
}

/** 'in 3 Tagen' of '3 Tage'; weeks have the same ending already. */
function aheadDative(ahead: string): string {
  return ahead.replace(/Tage$/, 'Tagen')
}
