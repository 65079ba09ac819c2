import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Card, ErrorNotice, Loading } from '../../ui/index.ts'
import { type OfficeView, weekQuery } from './queries.ts'
import { shortDate } from './shiftWords.ts'
import { WeekPicture } from './WeekPicture.tsx'
import { WeekTable } from './WeekTable.tsx'

const WEEK_MS = 7 * 86_400_000

/** How many people work when, week by week. */
export function WeekCard({ office }: { office: OfficeView }) {
  const [date, setDate] = useState<string | null>(null)
  const { data: week, error } = useQuery({ ...weekQuery(office.id, date), throwOnError: false })
  const monday = week?.days[0]?.date
  const go = (weeks: number) =>
    monday && setDate(new Date(Date.parse(monday) + weeks * WEEK_MS).toISOString().slice(0, 10))
  const title = monday ? `Woche ab ${shortDate(monday)}` : 'Woche'
  return (
    <Card
      title={title}
      aside={
        <div className="week-nav">
          <Button variant="tertiary" onClick={() => go(-1)}>
            Woche davor
          </Button>
          {date !== null && (
            <Button variant="tertiary" onClick={() => setDate(null)}>
              Diese Woche
            </Button>
          )}
          <Button variant="tertiary" onClick={() => go(1)}>
            Woche danach
          </Button>
        </div>
      }
    >
      <ErrorNotice error={error} />
      {!week && !error && <Loading />}
      {week && (
        <>
          <WeekPicture week={week} />
          <details className="same-as-table">
            <summary>Dasselbe als Tabelle</summary>
            <WeekTable week={week} caption={title} />
          </details>
        </>
      )}
    </Card>
  )
}
