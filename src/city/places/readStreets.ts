import { invalid } from '../../platform/problems.ts'
import { cleanLine } from '../../shared/cleanText.ts'
import { isPoint, type Point } from '../../shared/point.ts'
import { readCsv } from '../../shared/readCsv.ts'
import { foldStreet } from './foldStreet.ts'
import type { Street } from './model.ts'
import { foldAddition } from './readAddressRule.ts'

export interface House {
  streetId: number
  number: number
  addition: string
  at: Point
}

/** A whole list, ready to be stored. */
export interface StreetList {
  streets: readonly Street[]
  houses: readonly House[]
}

const COLUMNS = ['street', 'number', 'addition', 'postcode', 'district', 'latitude', 'longitude'] as const
type Column = (typeof COLUMNS)[number]
type Cells = Readonly<Record<Column, string>>

const MOST_LINES = 500_000
const MOST_TOLD = 10

/**
 * Reads a list with a line for each house number, or for each street (then `number` is empty or missing).
 * @throws Problem 422 with a sentence for each of the first ten wrong lines
 */
export function readStreets(text: string): StreetList {
  const [head, ...lines] = readCsv(text) ?? []
  if (!head) throw wrong(['Die Datei ist leer, oder ein Anführungszeichen wird nie geschlossen.'])
  if (lines.length > MOST_LINES) throw wrong([`Die Datei hat mehr als ${MOST_LINES} Zeilen.`])
  const columns = head.cells.map((name) => name.toLowerCase())
  if (!columns.includes('street'))
    throw wrong([`In der ersten Zeile müssen die Namen der Spalten stehen: ${COLUMNS.join(';')}.`])
  const list = new ListBeingRead()
  const faults = lines.flatMap(({ line, cells }) => {
    const fault = list.add(cellsOf(columns, cells), line)
    return fault === null ? [] : [`Zeile ${line}: ${fault}`]
  })
  if (faults.length > MOST_TOLD)
    throw wrong([...faults.slice(0, MOST_TOLD), `… und ${faults.length - MOST_TOLD} weitere Zeilen.`])
  if (faults.length > 0) throw wrong(faults)
  if (list.streets.size === 0) throw wrong(['In der Datei steht keine Straße.'])
  return { streets: [...list.streets.values()], houses: [...list.houses.values()].map(({ house }) => house) }
}

function cellsOf(columns: readonly string[], cells: readonly string[]): Cells {
  const cell = (column: Column): string => cleanLine(cells[columns.indexOf(column)] ?? '')
  return {
    street: cell('street'),
    number: cell('number'),
    addition: cell('addition'),
    postcode: cell('postcode'),
    district: cell('district'),
    latitude: cell('latitude'),
    longitude: cell('longitude'),
  }
}

class ListBeingRead {
  readonly streets = new Map<string, Street>()
  readonly houses = new Map<string, { house: House; line: number }>()

  /** Takes a line in. @returns what is wrong with it, or null */
  add(cells: Cells, line: number): string | null {
    const { street: name, postcode, district } = cells
    const key = foldStreet(name)
    if (key === '') return 'Der Name der Straße fehlt.'
    if (name.length > 120 || district.length > 80) return 'Der Name ist zu lang.'
    if (!/^(\d{5})?$/.test(postcode)) return `„${postcode}“ ist keine Postleitzahl mit fünf Ziffern.`
    const at = pointOf(cells)
    if (typeof at === 'string') return at
    const id = [key, postcode, district].join('|')
    const street = this.streets.get(id) ?? {
      id: this.streets.size + 1,
      name,
      key,
      postcode,
      district,
      at: null,
    }
    if (cells.number === '') {
      this.streets.set(id, { ...street, at: at ?? street.at })
      return null
    }
    this.streets.set(id, street)
    return this.addHouse(street, cells, at, line)
  }

  private addHouse(street: Street, cells: Cells, at: Point | null, line: number): string | null {
    const [, digits = '', behind = ''] = /^([1-9]\d{0,4})(.*)$/.exec(cells.number) ?? []
    const addition = foldAddition(`${behind}${cells.addition}`)
    if (digits === '') return `„${cells.number}“ ist keine Hausnummer.`
    if (addition.length > 10) return 'Der Zusatz zur Hausnummer ist zu lang (höchstens 10 Zeichen).'
    if (!at) return 'Eine Hausnummer braucht latitude und longitude.'
    const id = `${street.id}|${digits}|${addition}`
    const before = this.houses.get(id)
    if (before) return `Diese Hausnummer steht schon in Zeile ${before.line}.`
    this.houses.set(id, { house: { streetId: street.id, number: Number(digits), addition, at }, line })
    return null
  }
}

function pointOf({ latitude, longitude }: Cells): Point | null | string {
  if (latitude === '' && longitude === '') return null
  const degrees = /^-?\d{1,3}([.,]\d+)?$/
  const at = { lat: Number(latitude.replace(',', '.')), lon: Number(longitude.replace(',', '.')) }
  if (degrees.test(latitude) && degrees.test(longitude) && isPoint(at)) return at
  return 'latitude und longitude müssen Grade sein (WGS 84, zum Beispiel 51.6165 und 7.5286), keine Meter (UTM).'
}

const wrong = (sentences: readonly string[]) => invalid({ file: sentences.join('\n') })
