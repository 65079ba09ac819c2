import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CallbackView } from '../../src/callbacks/contract.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { Button, ErrorNotice, Kbd, KeysSwitch, Notice } from '../ui/index.ts'
import { CorrectNumber } from './CorrectNumber.tsx'
import { CallPanel } from './CallPanel.tsx'
import { GiveBackDialog } from './GiveBackDialog.tsx'
import { OutcomeForm } from './OutcomeForm.tsx'
import { OwnerForm } from './OwnerForm.tsx'
import { TakeOverDialog } from './TakeOverDialog.tsx'
import { useTaking } from './useTaking.ts'

/** What this person can do with the callback: call and settle their own, take a free one, only look at another's. */
export function CallbackActions({ view }: { view: CallbackView }) {
  const navigate = useNavigate()
  useHotkeys({ escape: () => void navigate({ to: '/rueckrufe' }) })
  return (
    <>
      <Actions view={view} />
      <div className="callback__foot">
        <Link to="/rueckrufe" className="kern-link">
          Zur Liste <Kbd>Esc</Kbd>
        </Link>
        <KeysSwitch />
      </div>
    </>
  )
}

function Actions({ view }: { view: CallbackView }) {
  const { state, mine } = view.item
  if (state === 'done') return <Notice>Dieser Rückruf ist abgeschlossen.</Notice>
  return (
    <>
      {mine ? <Mine view={view} /> : <NotMine view={view} />}
      {view.colleagues.length > 0 && !view.openAttempt && <OwnerForm view={view} />}
    </>
  )
}

function Mine({ view }: { view: CallbackView }) {
  const [givingBack, setGivingBack] = useState(false)
  useHotkeys({ g: () => setGivingBack(true) })
  return (
    <>
      <CallPanel view={view} />
      <OutcomeForm view={view} />
      {!view.openAttempt && <CorrectNumber view={view} />}
      {!view.openAttempt && (
        <div>
          <Button hotkey="G" onClick={() => setGivingBack(true)}>
            Zurückgeben
          </Button>
        </div>
      )}
      {givingBack && <GiveBackDialog item={view.item} onClose={() => setGivingBack(false)} />}
    </>
  )
}

const whoHasIt = ({ state, owner, reservedFor }: CallbackView['item']): string =>
  state === 'taken'
    ? `Diesen Rückruf hat ${owner?.name ?? 'jemand anderes'} in der Hand.`
    : `Dieser Rückruf wartet auf ${reservedFor?.name ?? 'jemand anderes'}.${awayOf(reservedFor)}`

const awayOf = (person: CallbackView['item']['reservedFor']): string =>
  person?.away ? ` Die Person ist ${person.away}.` : ''

function NotMine({ view: { item } }: { view: CallbackView }) {
  const { busy, refusal, choose } = useTaking()
  const [takingOver, setTakingOver] = useState(false)
  const free = item.state === 'waiting' && (item.reservedFor?.free ?? true)
  useHotkeys({ enter: () => free && choose(item), u: () => !free && setTakingOver(true) })
  if (!free)
    return (
      <>
        <Notice>{whoHasIt(item)}</Notice>
        <div>
          <Button hotkey="U" onClick={() => setTakingOver(true)}>
            Übernehmen
          </Button>
        </div>
        {takingOver && <TakeOverDialog item={item} onClose={() => setTakingOver(false)} />}
      </>
    )
  return (
    <div>
      {item.reservedFor?.away && !item.reservedFor.me && <Notice>{whoHasIt(item)}</Notice>}
      <Button variant="primary" hotkey="Enter" busy={busy} onClick={() => choose(item)}>
        Nehmen
      </Button>
      <ErrorNotice error={refusal?.error} />
    </div>
  )
}
