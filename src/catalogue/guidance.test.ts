import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guide, summarise } from './guidance.ts'
import { readCatalogue } from './readCatalogue.ts'

const reading = readCatalogue(readFileSync(new URL('services.json', import.meta.url), 'utf8'))
const services = reading.ok ? reading.services : []
const languages = ['de', 'en', 'einfach'] as const

function serviceOf(id: string) {
  const service = services.find((service) => service.id === id)
  if (service === undefined) throw new Error(`no service ${id}`)
  return service
}

describe('guide', () => {
  it.each([
    ['personalausweis', 'required', 'Dafür müssen Sie persönlich kommen (15 Minuten, mit Termin).'],
    [
      'meldebescheinigung',
      'depends',
      'Dafür müssen Sie nicht in jedem Fall kommen. Wir klären am Telefon, ob es ohne Besuch geht.',
    ],
    [
      'steuer-id',
      'not-required',
      'Dafür müssen Sie nicht kommen. Das klären wir am Telefon oder per E-Mail.',
    ],
    ['rentenauskunft-telefon', 'not-required', 'Dafür müssen Sie nicht kommen. Das klären wir am Telefon.'],
    [
      'briefwahl',
      'not-required',
      'Dafür müssen Sie nicht kommen. Das geht online. Fragen klären wir am Telefon.',
    ],
    [
      'kirchenaustritt',
      'required',
      'Dafür ist nicht die Stadt zuständig. Zuständig ist: Amtsgericht. Dort müssen Sie persönlich erscheinen.',
    ],
    ['eid-sperren', 'not-required', 'Dafür ist nicht die Stadt zuständig. Das geht am Telefon.'],
  ])('given %s, answers in one line whether a visit is needed: %s', (id, visit, visitLine) => {
    expect(guide(serviceOf(id), 'de')).toMatchObject({ visit, visitLine })
  })

  it('given a visit, says what to bring, how long and what it costs', () => {
    expect(guide(serviceOf('adresse-im-ausweis'), 'de')).toMatchObject({
      bring: { heading: 'Bitte bringen Sie mit:', items: ['Personalausweis', 'Reisepass, falls vorhanden'] },
      durationLine: 'Das dauert etwa 5 Minuten.',
      feeLine: 'Das kostet nichts.',
      responsibleLine: 'Zuständig ist: Bürgerbüro.',
      say: 'Dafür müssen Sie persönlich kommen (5 Minuten, mit Termin). Bitte bringen Sie mit: Personalausweis; Reisepass, falls vorhanden.',
    })
  })

  it('given another office, says nothing about its time and its fee', () => {
    expect(guide(serviceOf('kfz-abmelden'), 'de')).toMatchObject({ durationLine: null, feeLine: null })
  })

  it('given an open responsibility, says so aloud', () => {
    expect(guide(serviceOf('einbuergerung'), 'de').say).toContain(
      'Ob die Stadt oder eine andere Stelle zuständig ist',
    )
  })

  it('given a fee with cents, writes it as the language does', () => {
    const service = { ...serviceOf('personalausweis'), feeEuro: 27.6 }
    expect(languages.map((language) => guide(service, language).feeLine)).toEqual([
      'Das kostet 27,60 Euro.',
      'The fee is 27.60 euros.',
      'Das kostet 27,60 Euro.',
    ])
  })

  it('given a service without documents, says that none are needed', () => {
    expect(guide(serviceOf('kita-beratung'), 'einfach').bring).toEqual({
      heading: 'Sie brauchen keine Papiere.',
      items: [],
    })
  })

  it.each(languages)(
    'given any service in "%s", speaks whole sentences and keeps the note of the staff to itself',
    (language) => {
      for (const service of services) {
        const { visitLine, responsibleLine, say } = guide(service, language)
        for (const sentence of [visitLine, responsibleLine, say]) expect(sentence).toMatch(/^\p{Lu}.*[.?]$/u)
        if (service.note !== undefined) expect(say).not.toContain(service.note)
      }
    },
  )
})

describe('summarise', () => {
  it('given a service of the city, returns the public short form with the fee in cents', () => {
    expect(summarise(serviceOf('personalausweis'), 'de')).toEqual({
      id: 'personalausweis',
      name: 'Personalausweis beantragen',
      plainName: 'Einen neuen Personal-Ausweis bekommen',
      visit: 'required',
      visitLine: 'Dafür müssen Sie persönlich kommen (15 Minuten, mit Termin).',
      channel: 'in-person',
      minutes: 15,
      feeCents: 4600,
      documents: serviceOf('personalausweis').documents,
      department: 'Bürgerbüro',
      responsible: 'city',
    })
  })

  it('given a service of another office, leaves time and fee open', () => {
    expect(summarise(serviceOf('kfz-abmelden'), 'de')).toMatchObject({ minutes: null, feeCents: null })
  })
})
