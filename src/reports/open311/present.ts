import type { Category, Question } from '../categories/model.ts'
import { isEnded } from '../model.ts'
import { stateTexts } from '../stateTexts.ts'
import { dateTime } from './dateTime.ts'
import type { PublicReport } from './model.ts'
import type { Value } from './xml.ts'

/** A category as a service that can be asked for. */
export const serviceOf = ({ id, name, description, questions }: Category): Value => ({
  service_code: id,
  service_name: name,
  description,
  metadata: questions.length > 0,
  type: 'realtime',
  keywords: '',
  group: '',
})

const DATATYPES = {
  text: 'string',
  number: 'number',
  date: 'datetime',
  choice: 'singlevaluelist',
  choices: 'multivaluelist',
} as const satisfies Record<Question['kind'], string>

/** What a category asks besides. */
export const definitionOf = ({ id, questions }: Category): Value => ({
  service_code: id,
  attributes: questions.map((question, index) => ({
    variable: true,
    code: question.id,
    datatype: DATATYPES[question.kind],
    required: question.required,
    datatype_description: question.kind === 'date' ? 'JJJJ-MM-TT' : '',
    order: index + 1,
    description: question.label,
    ...(question.options.length > 0
      ? { values: question.options.map((option) => ({ key: option.id, name: option.name })) }
      : {}),
  })),
})

/** How a report stands; our states in words, because the standard knows only open and closed. */
export const requestOf = (
  report: PublicReport,
  { title, timeZone, site }: { title: string; timeZone: string; site: string },
): Value => {
  const { name, means } = stateTexts.de[report.state]
  return {
    service_request_id: report.number,
    status: isEnded(report.state) ? 'closed' : 'open',
    status_notes: `${name}: ${means}`,
    service_name: report.category,
    service_code: report.categoryId,
    description: report.description,
    agency_responsible: title,
    service_notice: null,
    requested_datetime: dateTime(report.requestedAt, timeZone),
    updated_datetime: dateTime(report.updatedAt, timeZone),
    expected_datetime: dateTime(report.expectedAt, timeZone),
    address: report.place,
    address_id: null,
    zipcode: null,
    lat: report.lat,
    long: report.lon,
    media_url: report.photoId && new URL(`/fotos/${report.photoId}.jpg`, site).href,
  }
}
