import { expect, test } from 'vitest'
import { readCalendarQuery } from './calendarQuery.ts'

const good = {
  startDate: '2027-03-01',
  endDate: '2027-05-31',
  officeIds: 'buergerbuero, rathaus',
  serviceIds: 'personalausweis,reisepass',
  serviceCounts: '2,1',
}

test('given a whole query, the times of all days are wanted where no part is named', () => {
  expect(readCalendarQuery(good)).toEqual({
    ok: true,
    value: {
      officeIds: ['buergerbuero', 'rathaus'],
      services: [
        { id: 'personalausweis', persons: 2 },
        { id: 'reisepass', persons: 1 },
      ],
      startDate: '2027-03-01',
      endDate: '2027-05-31',
      slotsStartDate: '2027-03-01',
      slotsEndDate: '2027-05-31',
    },
  })
})

test.each([
  [{}, ['invalidStartDate', 'invalidEndDate', 'invalidOfficeId', 'invalidServiceId', 'invalidServiceCount']],
  [{ ...good, startDate: '2027-02-29' }, ['invalidStartDate']],
  [
    { ...good, endDate: '2027-02-01' },
    ['startDateAfterEndDate', 'invalidSlotsStartDate', 'invalidSlotsEndDate'],
  ],
  [{ ...good, endDate: '2029-03-01' }, ['dateRangeTooLarge']],
  [{ ...good, slotsStartDate: 'x', slotsEndDate: 'y' }, ['invalidSlotsStartDate', 'invalidSlotsEndDate']],
  [{ ...good, slotsEndDate: '2027-06-01' }, ['invalidSlotsEndDate']],
  [{ ...good, officeIds: 'a b' }, ['invalidOfficeId']],
  [{ ...good, serviceCounts: '1' }, ['invalidServiceCount']],
  [{ ...good, serviceCounts: '1,0' }, ['invalidServiceCount']],
  [{ ...good, serviceCounts: '1,26' }, ['tooManyServicesPerAppointment']],
])('given %j, names %j', (query, errors) => {
  expect(readCalendarQuery(query)).toEqual({ ok: false, errors })
})
