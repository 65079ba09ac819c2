import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AppointmentFigures } from '../../../src/appointments/day/contract.ts'
import { dateInWords } from '../../platform/times.ts'
import {
  Card,
  Empty,
  ErrorNotice,
  Loading,
  NamedOptions,
  PageTitle,
  Select,
  Table,
  TextField,
} from '../../ui/index.ts'
import { csvAddress, figuresQuery } from './queries.ts'
import './day.css'

/** What became of appointments on a day or in a period. */
export function FiguresPage() {
  const { buero, von, bis } = useSearch({ from: '/shell/termine/zahlen' })
  const { data, error } = useQuery(figuresQuery({ office: buero, from: von, to: bis }))
  return (
    <div className="admin__page day">
      <PageTitle title={data ? `Zahlen · ${data.office.name}` : 'Zahlen'} />
      <ErrorNotice error={error} />
      {!data && !error && <Loading />}
      {data && <Figures of={data} />}
    </div>
  )
}

function Figures({ of: figures }: { of: AppointmentFigures }) {
  const { office, offices, from, to } = figures
  const navigate = useNavigate()
  const show = (search: { buero: string; von: string; bis: string }) =>
    navigate({ to: '/termine/zahlen', search })
  return (
    <>
      <p className="day__date">
        {from === to ? dateInWords(from) : `${dateInWords(from)} bis ${dateInWords(to)}`}
      </p>
      <div className="day__controls">
        {offices.length > 1 && (
          <Select
            label="Büro"
            value={office.id}
            onChange={({ target }) => void show({ buero: target.value, von: from, bis: to })}
          >
            <NamedOptions of={offices} />
          </Select>
        )}
        <TextField
          label="Von"
          type="date"
          key={`from ${from}`}
          defaultValue={from}
          onChange={({ target }) =>
            target.value &&
            void show({ buero: office.id, von: target.value, bis: target.value > to ? target.value : to })
          }
        />
        <TextField
          label="Bis"
          type="date"
          key={`to ${to}`}
          defaultValue={to}
          onChange={({ target }) =>
            target.value &&
            void show({ buero: office.id, von: target.value < from ? target.value : from, bis: target.value })
          }
        />
        <a className="kern-link day__csv" href={csvAddress(office.id, from, to)} download>
          Als Tabelle (CSV)
        </a>
      </div>
      <Table caption="Termine" hideCaption heads={['Kennzahl', 'Wert', 'Was sie zählt']}>
        <tbody>
          {rowsOf(figures).map(([word, value, means]) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td className="num">{value}</td>
              <td>{means}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Card title="Auslastung nach Leistung">
        <ByService of={figures} />
      </Card>
    </>
  )
}

const number = (value: number): string => value.toLocaleString('de-DE', { maximumFractionDigits: 0 })

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toLocaleString('de-DE', { maximumFractionDigits: 1 })} %`

function rowsOf(figures: AppointmentFigures): [word: string, value: string, means: string][] {
  const { booked, served, noShow, cancelled, notRecorded, walkIns, offeredMinutes, usedMinutes } = figures
  const ofBooked = (part: number): string =>
    booked === 0 ? 'der gebuchten' : `${share(part, booked)} der gebuchten`
  return [
    [
      'Angeboten',
      `${number(offeredMinutes)} Min.`,
      'Arbeitszeit aller Dienste an Schaltern, nach dem jetzigen Plan',
    ],
    ['Genutzt', `${number(usedMinutes)} Min.`, 'Termine, die weder abgesagt noch versäumt sind'],
    ['Auslastung', share(usedMinutes, offeredMinutes), 'genutzt von angeboten'],
    ['Gebucht', number(booked), 'Termine, die zuletzt auf diesen Tagen lagen'],
    ['Bedient', number(served), ofBooked(served)],
    ['Nicht erschienen', number(noShow), ofBooked(noShow)],
    ['Abgesagt', number(cancelled), ofBooked(cancelled)],
    ['Nicht erfasst', number(notRecorded), 'vergangene Termine, von denen niemand etwas eingetragen hat'],
    ['Ohne Termin eingeschoben', number(walkIns), 'in den gebuchten enthalten'],
    ['Vorlauf', leadTime(figures.leadTimeMs), 'Median von der Buchung bis zum Termin, ohne Eingeschobene'],
  ]
}

const HOUR_MS = 3_600_000

function leadTime(ms: number | null): string {
  if (ms === null) return '–'
  const hours = ms / HOUR_MS
  const [value, unit] = hours < 48 ? [hours, 'Stunden'] : [hours / 24, 'Tage']
  return `${value.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ${unit}`
}

function ByService({ of: { byService, offeredMinutes } }: { of: AppointmentFigures }) {
  if (byService.length === 0) return <Empty>In diesem Zeitraum ist nichts gebucht.</Empty>
  return (
    <Table
      caption="Auslastung nach Leistung"
      hideCaption
      heads={['Leistung', 'Minuten', 'Anteil am Angebot']}
    >
      <tbody>
        {byService.map(({ id, name, minutes }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="num">{number(minutes)}</td>
            <td className="num">{share(minutes, offeredMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
