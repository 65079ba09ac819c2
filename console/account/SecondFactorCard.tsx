import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { secondFactorOffer } from '../../src/people/contract.ts'
import { announce } from '../platform/announce.ts'
import { api, nothing } from '../platform/api.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { SecondFactorOff } from './SecondFactorOff.tsx'
import { Button, Card, ErrorNotice, StatusWord, TextField, useFocusFirst, useKeepFocus } from '../ui/index.ts'

/** Switches the second factor on (secret, then one right code) and off. */
export function SecondFactorCard({ on }: { on: boolean }) {
  const card = useKeepFocus<HTMLElement>(on)
  return (
    <Card
      ref={card}
      title="Zweiter Faktor"
      aside={
        on ? (
          <StatusWord tone="good">eingeschaltet</StatusWord>
        ) : (
          <StatusWord tone="off">ausgeschaltet</StatusWord>
        )
      }
    >
      {on ? <SecondFactorOff /> : <SwitchOn />}
    </Card>
  )
}

function useMeAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['me'] })
}

function SwitchOn() {
  const offer = useMutation({
    mutationFn: () => api.post('/api/v1/second-factor', secondFactorOffer),
  })
  if (offer.data) return <Confirm secret={offer.data.secret} uri={offer.data.uri} />
  return (
    <div className="form">
      <ErrorNotice error={offer.error} />
      <p>
        Ein Code aus einer App auf Ihrem Telefon schützt das Konto auch dann, wenn jemand Ihr Kennwort kennt.
      </p>
      <Button onClick={() => offer.mutate()} busy={offer.isPending}>
        Einrichten
      </Button>
    </div>
  )
}

function Confirm({ secret, uri }: { secret: string; uri: string }) {
  const refresh = useMeAgain()
  const code = useFocusFirst<HTMLInputElement>()
  const confirm = useMutation({
    mutationFn: (code: string) => api.post('/api/v1/second-factor/confirm', nothing, { code }),
    onSuccess: async () => {
      announce('Der zweite Faktor ist eingeschaltet.')
      await refresh()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/g, '')
    confirm.mutate(code)
  }
  const fields = fieldsOf(confirm.error)
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>Geben Sie diesen Schlüssel in Ihre App für Einmalcodes ein (Eingabe von Hand, zeitbasiert):</p>
      <p className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <p>
        <a href={uri}>Auf diesem Gerät in der App öffnen</a>
      </p>
      {Object.keys(fields).length === 0 && <ErrorNotice error={confirm.error} />}
      <TextField
        label="Code aus der App"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        ref={code}
        error={fields['code']}
      />
      <Button variant="primary" type="submit" busy={confirm.isPending}>
        Einschalten
      </Button>
    </form>
  )
}
