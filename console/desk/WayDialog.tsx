import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { deskWays } from '../../src/desk/contract.ts'
import { Button, Dialog } from '../ui/index.ts'
import { NumberedChoices } from './NumberedChoices.tsx'
import { Say } from './Say.tsx'
import { waysQuery } from './services.ts'
import { afterWay, type WayEnd } from './wayEnds.ts'

type Ways = z.infer<typeof deskWays>
type WayService = Ways['areas'][number]['services'][number]

/** What the three questions led to, for the form. */
export interface Found {
  service: { id: string; name: string } | null
  end: WayEnd['outcome']
}

interface Props {
  onFound: (found: Found) => void
  onClose: () => void
}

const REPORT = 'melden'

/** At most three questions to the way that is right for a caller; nothing that was typed into the form is touched before the last. */
export function WayDialog({ onFound, onClose }: Props) {
  const { data, isError } = useQuery(waysQuery)
  const [area, setArea] = useState<string | null>(null)
  const [service, setService] = useState<WayService | null>(null)
  const [shows, setShows] = useState<boolean | null>(null)
  const asksMore = service !== null && service.ways.yes !== service.ways.no && shows === null
  const back = (): void => {
    if (shows !== null) setShows(null)
    else if (service) setService(null)
    else setArea(null)
  }
  return (
    <Dialog
      title="Welcher Weg?"
      onClose={onClose}
      footer={
        <>
          {area !== null && <Button onClick={back}>Eine Frage zurück</Button>}
          <Button onClick={onClose}>Schließen</Button>
        </>
      }
    >
      {isError && (
        <p>Die Fragen sind gerade nicht da. Bitte suchen Sie die Leistung im Feld „Worum geht es?“.</p>
      )}
      {data && area === null && (
        <AskArea
          ways={data}
          onChoose={(id) => (id === REPORT ? onFound({ service: null, end: 'report' }) : setArea(id))}
        />
      )}
      {data && area !== null && !service && (
        <NumberedChoices
          key={area}
          label="Was brauchen Sie?"
          choices={servicesOf(data, area)}
          onChoose={(id) => setService(servicesOf(data, area).find((one) => one.id === id) ?? null)}
        />
      )}
      {data && asksMore && (
        <NumberedChoices
          label={data.question}
          choices={[
            { id: 'yes', name: 'Ja' },
            { id: 'no', name: 'Nein, oder die Person weiß es nicht' },
          ]}
          onChoose={(id) => setShows(id === 'yes')}
        />
      )}
      {data && service && !asksMore && (
        <Answer ways={data} service={service} shows={shows} onFound={onFound} />
      )}
    </Dialog>
  )
}

function AskArea({ ways, onChoose }: { ways: Ways; onChoose: (id: string) => void }) {
  const areas = ways.areas.map(({ name, services }) => ({
    id: name,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    // Callers name what they need, not the office.
    about: services.map((one) => one.name).join(', '),
  }))
  return (
    <NumberedChoices
      label="Worum geht es?"
      choices={[{ id: REPORT, name: 'Etwas melden oder sich beschweren' }, ...areas]}
      onChoose={onChoose}
    />
  )
}

const servicesOf = ({ areas }: Ways, area: string): readonly WayService[] =>
  areas.find(({ name }) => name === area)?.services ?? []

interface AnswerProps {
  ways: Ways
  service: WayService
  shows: boolean | null
  onFound: (found: Found) => void
}

function Answer({ ways, service, shows, onFound }: AnswerProps) {
  const way = shows ? service.ways.yes : service.ways.no
  const { outcome, label } = afterWay(way)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={ref} className="way">
      <p className="muted">{service.name}</p>
      <Say>
        {way === 'elsewhere' ? `${ways.sentences[way]} ${service.responsibleLine}` : ways.sentences[way]}
      </Say>
      <Button
        variant="primary"
        hotkey="Enter"
        onClick={() => onFound({ service: { id: service.id, name: service.name }, end: outcome })}
      >
        {label}
      </Button>
    </div>
  )
}
