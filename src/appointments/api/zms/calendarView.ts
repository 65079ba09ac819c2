import { z } from 'zod'

const date = z.iso.date()

/** `GET /available-calendar/` as ZMS's citizen interface answers it. */
export const calendarView = z.object({
  startDate: date,
  endDate: date,
  slotsStartDate: date,
  slotsEndDate: date,
  prevBookableDate: date
    .nullable()
    .meta({ description: 'Der letzte Tag mit freien Zeiten vor dem Ausschnitt, seit `startDate`.' }),
  nextBookableDate: date
    .nullable()
    .meta({ description: 'Der erste Tag mit freien Zeiten nach dem Ausschnitt, bis `endDate`.' }),
  availableDays: z.array(
    z.object({
      date,
      time: date.meta({ description: 'Dasselbe wie `date`, für ältere Oberflächen.' }),
      providerIDs: z.string().meta({ description: 'Büros mit freien Zeiten, durch Kommas getrennt.' }),
      offices: z.array(
        z.object({
          officeId: z.string(),
          appointments: z.array(z.int()).meta({ description: 'Anfangszeiten in Unix-Sekunden.' }),
        }),
      ),
    }),
  ),
})
export type CalendarView = z.infer<typeof calendarView>
