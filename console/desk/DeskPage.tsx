import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Completed } from '../../src/desk/contract.ts'
import { CallCard } from './CallCard.tsx'
import './desk.css'
import { deskQuery, useDeskAction, type DeskActions, type DeskView } from './deskApi.ts'
import { GuestPanel } from './GuestPanel.tsx'
import { IdlePanel } from './IdlePanel.tsx'
import { IntakeForm } from './IntakeForm.tsx'
import { OfferPanel } from './OfferPanel.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { SignedOutNotice } from './SignedOutNotice.tsx'
import { StatusBar } from './StatusBar.tsx'
import { stateWordOf } from './stateWords.ts'
import { useFollowPhone } from './useFollowPhone.ts'
import { useIdleKeys } from './useIdleKeys.ts'

/** A saved record and the call it belongs to, shown until the next call. */
type Saved = { callId: string; record: Completed }

/** The place where calls are answered: one screen, whatever happens next. */
export function DeskPage() {
  const { data: desk } = useSuspenseQuery(deskQuery)
  const actions = useDeskAction()
  useFollowPhone()
  useIdleKeys(desk, actions)
  return (
    <div className="desk">
      <title>{`${titleOf(desk)} · Freizeichen`}</title>
      <h1 className="kern-sr-only">Arbeitsplatz</h1>
      <StatusBar desk={desk} actions={actions} />
      <SignedOutNotice desk={desk} />
      <Work desk={desk} actions={actions} />
    </div>
  )
}

function titleOf(desk: DeskView): string {
  const { state, call } = desk
  return state === 'offered' && call ? `Anruf: ${call.line.name}` : `${stateWordOf(desk)}, Arbeitsplatz`
}

function Work({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  const [saved, setSaved] = useState<Saved | null>(null)
  const { call } = desk
  // The next caller may be gone again before anybody answered; the old record must not come back then.
  if (call && saved && saved.callId !== call.id) setSaved(null)
  const done = () => setSaved(null)
  if (!call) {
    return saved ? (
      <ResultPanel record={saved.record} call={null} actions={actions} onDone={done} />
    ) : (
      <IdlePanel key={desk.state} desk={desk} actions={actions} />
    )
  }
  if (desk.talk?.part === 'guest')
    return <GuestPanel key={call.id} call={call} talk={desk.talk} draft={desk.draft} />
  if (call.stage === 'offered') return <OfferPanel key={call.id} call={call} actions={actions} />
  // What was answered to the save knows more than what is read again: a played appointment is stored nowhere.
  const record = saved?.callId === call.id ? saved.record : desk.record
  return (
    <>
      <CallCard call={call} talk={desk.talk} actions={actions} />
      {record ? (
        <ResultPanel record={record} call={call} actions={actions} onDone={done} />
      ) : (
        <IntakeForm
          key={call.id}
          desk={desk}
          call={call}
          onSaved={(record) => setSaved({ callId: call.id, record })}
        />
      )}
    </>
  )
}
