import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReportView } from '../../src/reports/contract.ts'
import { fieldsOf, messageOf } from '../platform/apiError.ts'
import { useNow } from '../platform/now.ts'
import { useMe } from '../platform/session.ts'
import { momentOf } from '../platform/times.ts'
import { Button, Card, Form, Notice, TextField, textOf } from '../ui/index.ts'
import { reportsApi } from './queries.ts'

interface Props {
  of: ReportView
  onDone: (sentence: string) => void
}

/** Somebody else reported the same: then one of them is worked, and everybody gets its answer. */
export function MergeForm({ of, onDone }: Props) {
  const client = useQueryClient()
  const [number, setNumber] = useState('')
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  const save = useMutation({
    mutationFn: (into: string) => reportsApi.merge(of.id, into),
    async onSuccess(_answer, into) {
      await client.invalidateQueries({ queryKey: ['reports'] })
      onDone(`Diese Meldung gehört jetzt zu ${into}. Wer gemeldet hat, bekommt dieselbe Antwort.`)
    },
  })
  return (
    <Card title="Dasselbe wie eine andere Meldung">
      {of.similar.length > 0 && (
        <ul className="report-similar" aria-label="Vielleicht dasselbe">
          {of.similar.map((one) => (
            <li key={one.id}>
              <Link className="kern-link" to="/meldungen/$id" params={{ id: one.id }}>
                {one.number}
              </Link>
              , {momentOf(one.openedAt, now, timeZone)}
              {one.place && `, ${one.place}`}: {one.excerpt}{' '}
              <Button onClick={() => setNumber(one.number)} aria-label={`${one.number} übernehmen`}>
                Übernehmen
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form
        label="Dasselbe wie eine andere Meldung"
        error={save.error}
        busy={save.isPending}
        submit="Zusammenlegen"
        onSubmit={(values) => save.mutate(textOf(values, 'number'))}
      >
        <TextField
          label="Nummer der anderen Meldung"
          name="number"
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          error={fieldsOf(save.error)['number']}
        />
      </Form>
    </Card>
  )
}

/** What belongs to this report, or where it belongs, and the way back. */
export function MergedNotice({ of, onDone }: Props) {
  const client = useQueryClient()
  const split = useMutation({
    mutationFn: () => reportsApi.split(of.id),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['reports'] })
      onDone('Diese Meldung ist wieder eine eigene.')
    },
  })
  if (of.mergedInto)
    return (
      <Notice tone="info">
        Diese Meldung gehört zu{' '}
        <Link className="kern-link" to="/meldungen/$id" params={{ id: of.mergedInto.id }}>
          {of.mergedInto.number}
        </Link>
        . Dort wird sie bearbeitet, und wer sie gemeldet hat, bekommt dieselbe Antwort.{' '}
        {split.error && <strong>{messageOf(split.error)}</strong>}{' '}
        <Button busy={split.isPending} onClick={() => split.mutate()}>
          Trennen
        </Button>
      </Notice>
    )
  if (of.merged.length === 0) return null
  return (
    <Notice tone="info">
      {of.merged.length === 1
        ? 'Noch jemand hat das gemeldet'
        : `${of.merged.length} weitere haben das gemeldet`}
      {': '}
      {of.merged.map(({ id, number }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link className="kern-link" to="/meldungen/$id" params={{ id }}>
            {number}
          </Link>
        </span>
      ))}
      . Alle bekommen Ihre Antwort.
    </Notice>
  )
}
