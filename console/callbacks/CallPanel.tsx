import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { spokenDuration } from '../../src/shared/germanTime.ts'
import { announce } from '../platform/announce.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useNow } from '../platform/now.ts'
import { Button, Card, ErrorNotice, Notice, StatusWord, useFocusFirst } from '../ui/index.ts'
import { callPhase, type Attempt } from './callPhase.ts'
import { PhoneHint } from './PhoneHint.tsx'
import { callbackQuery, callbacksApi } from './queries.ts'

const HOW: Record<CallbackView['via'], string> = {
  asterisk: 'Zuerst klingelt Ihr Telefon, dann wird die Person angerufen.',
  tel: 'Öffnet das Telefonprogramm dieses Rechners. Sonst wählen Sie die Nummer selbst.',
  training: 'Das ist eine Übung: niemand wird angerufen.',
}

/** The dial: before it the number, during it what happens on the line. */
export function CallPanel({ view }: { view: CallbackView }) {
  const { openAttempt, via, telLink } = view
  const call = useCall(view)
  const busy = call.isPending
  const dial = () => !openAttempt && !busy && call.mutate()
  useHotkeys({ enter: dial })
  return (
    <Card title="Anruf">
      <div className="dial">
        <p className="dial__number">{view.case.contactPhoneNational ?? 'Keine Nummer bekannt'}</p>
        {openAttempt ? <Progress attempt={openAttempt} /> : <DialButton busy={busy} dial={dial} />}
      </div>
      {openAttempt && openAttempt.via !== 'tel' && !callPhase(openAttempt).over && (
        <div className="dial__actions">
          {openAttempt.answeredAt && <HoldButton id={view.item.id} held={view.held} />}
          <HangUpButton id={view.item.id} />
        </div>
      )}
      {view.held && (
        <p>
          <StatusWord tone="warn">Gehalten: Die Person hört Musik.</StatusWord>
        </p>
      )}
      {openAttempt && telLink && (
        <a className="kern-link" href={telLink}>
          Noch einmal im Telefonprogramm öffnen
        </a>
      )}
      {view.numberFault && !openAttempt && <Notice tone="warning">{view.numberFault}</Notice>}
      {via === 'asterisk' && !openAttempt && <PhoneHint />}
      {openAttempt?.via !== 'asterisk' && <p className="muted">{HOW[openAttempt?.via ?? via]}</p>}
      <ErrorNotice error={call.error} />
    </Card>
  )
}

/** Has the focus from the start: Enter calls. */
function DialButton({ busy, dial }: { busy: boolean; dial: () => void }) {
  const ref = useFocusFirst<HTMLButtonElement>()
  return (
    <Button ref={ref} variant="primary" hotkey="Enter" busy={busy} onClick={dial}>
      Anrufen
    </Button>
  )
}

function HoldButton({ id, held }: { id: string; held: boolean }) {
  const client = useQueryClient()
  const hold = useMutation({
    mutationFn: () => callbacksApi.hold(id, !held),
    onSettled: () => client.invalidateQueries({ queryKey: callbackQuery(id).queryKey }),
  })
  const press = () => !hold.isPending && hold.mutate()
  useHotkeys({ h: press })
  useEffect(() => {
    if (held) announce('Gehalten: Die Person hört Musik.')
  }, [held])
  return (
    <div>
      <Button
        hotkey="H"
        variant={held ? 'primary' : 'secondary'}
        busy={hold.isPending}
        onClick={() => hold.mutate()}
      >
        {held ? 'Zurückholen' : 'Halten'}
      </Button>
      <ErrorNotice error={hold.error} />
    </div>
  )
}

function HangUpButton({ id }: { id: string }) {
  const end = useMutation({ mutationFn: () => callbacksApi.hangUp(id) })
  return (
    <div>
      <Button busy={end.isPending} onClick={() => end.mutate()}>
        Auflegen
      </Button>
      <ErrorNotice error={end.error} />
    </div>
  )
}

function useCall({ item }: CallbackView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => callbacksApi.call(item.id),
    onSuccess(next) {
      client.setQueryData(callbackQuery(item.id).queryKey, next)
      if (next.via === 'tel' && next.telLink) window.location.assign(next.telLink)
    },
    onError: () => client.invalidateQueries({ queryKey: callbackQuery(item.id).queryKey }),
  })
}

/** Has the focus that the button lost, so that the outcome is the next thing. */
function Progress({ attempt }: { attempt: Attempt }) {
  const now = useNow()
  const ref = useFocusFirst<HTMLParagraphElement>()
  const { tone, text, since } = callPhase(attempt)
  useEffect(() => announce(text), [text])
  return (
    <p className="dial__phase" ref={ref} tabIndex={-1}>
      <StatusWord tone={tone}>{text}</StatusWord>
      {since && <span className="num">{spokenDuration(now - Date.parse(since))}</span>}
    </p>
  )
}
