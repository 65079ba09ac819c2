import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { OpeningView } from '../../src/city/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { announce } from '../platform/announce.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Button, Form, Notice } from '../ui/index.ts'
import { OpeningFields } from './OpeningFields.tsx'
import { cityApi, cityQuery } from './queries.ts'
import { tidyClock } from './tidyClock.ts'
import { type EditedOpening, useWeek } from './useWeek.ts'

const DAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

/** The ordinary week of the city; counts from the moment it is saved. */
export function HoursPage() {
  const { data } = useSuspenseQuery(cityQuery)
  const client = useQueryClient()
  const week = useWeek(data.hours)
  const save = useMutation({
    mutationFn: () => cityApi.changeHours(week.openings.map(openingOf)),
    onSuccess(city) {
      client.setQueryData(cityQuery.queryKey, city)
      week.reset(city.hours)
      announce('Die Servicezeiten sind gespeichert und gelten ab sofort.')
    },
  })
  return (
    <AdminPage title="Servicezeiten">
      <p className="muted">
        In diesen Zeiten werden Anrufe angenommen und Rückrufe zugesagt. Feiertage und Schließungen gehen vor.
      </p>
      {save.isSuccess && <Notice tone="success">Die Servicezeiten gelten ab sofort.</Notice>}
      <Form label="Servicezeiten" error={save.error} busy={save.isPending} onSubmit={() => save.mutate()}>
        <div className="week">
          {DAYS.map((name, index) => (
            <Day key={name} name={name} weekday={index + 1} week={week} fields={fieldsOf(save.error)} />
          ))}
        </div>
      </Form>
    </AdminPage>
  )
}

/** Enter sends a field that nobody has left yet, so that times are tidied here too. */
const openingOf = ({ weekday, opens, closes }: EditedOpening): OpeningView => ({
  weekday,
  opens: tidyClock(opens),
  closes: tidyClock(closes),
})

interface DayProps {
  name: string
  weekday: number
  week: ReturnType<typeof useWeek>
  fields: Readonly<Record<string, string>>
}

function Day({ name, weekday, week, fields }: DayProps) {
  const own = week.openings.filter((opening) => opening.weekday === weekday)
  return (
    <div className="week__day">
      <span className="week__name">{name}</span>
      <div className="week__openings">
        {own.length === 0 && <span className="week__closed muted">geschlossen</span>}
        {own.map((opening, place) => (
          <OpeningFields
            key={opening.key}
            opening={opening}
            index={week.openings.indexOf(opening)}
            name={`${name}, ${place + 1}. Zeit`}
            fields={fields}
            onChange={(part) => week.change(opening.key, part)}
            onRemove={() => week.remove(opening.key)}
          />
        ))}
        <Button variant="tertiary" onClick={() => week.add(weekday)}>
          Zeit hinzufügen<span className="kern-sr-only">{` am ${name}`}</span>
        </Button>
      </div>
    </div>
  )
}
