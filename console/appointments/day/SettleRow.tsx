import type { Ref } from 'react'
import type { ToSettleItem } from '../../../src/appointments/day/contract.ts'
import { momentOf } from '../../platform/times.ts'
import { StatusWord } from '../../ui/index.ts'
import { servicesText } from './marks.ts'

interface Props {
  item: ToSettleItem
  now: number
  timeZone: string
  chosen: boolean
  refusal: string | undefined
  button: Ref<HTMLButtonElement>
  onChoose: () => void
}

export function SettleRow({ item, now, timeZone, chosen, refusal, button, onChoose }: Props) {
  const { id, reference, name, phone, email, reach, start, minutes, offer } = item
  return (
    <tr className="day__row" data-chosen={chosen || undefined} onClick={onChoose}>
      <td>{momentOf(start, now, timeZone)}</td>
      <td>
        <button
          ref={button}
          type="button"
          className="day__choose"
          tabIndex={chosen ? 0 : -1}
          aria-current={chosen || undefined}
          aria-describedby={`${id}-about`}
          onFocus={onChoose}
          onClick={onChoose}
        >
          {reference}
        </button>
      </td>
      <td>
        {name ?? <span className="muted">gelöscht</span>}
        <br />
        {phone ?? <span className="muted">{email ?? 'keine Nummer'}</span>}
        <br />
        {reach === null ? (
          <StatusWord tone="warn">{phone === null ? 'bitte schreiben' : 'bitte anrufen'}</StatusWord>
        ) : (
          REACH[reach]
        )}
      </td>
      <td className="day__services" id={`${id}-about`}>
        {servicesText(item)}
        {refusal && (
          <span className="day__refusal" role="alert">
            {refusal}
          </span>
        )}
      </td>
      <td className="num">{minutes}</td>
      <td className="settle__offer">
        {offer === null ? (
          <StatusWord tone="bad">keine Zeit frei</StatusWord>
        ) : (
          momentOf(offer, now, timeZone)
        )}
      </td>
    </tr>
  )
}

const REACH = { email: 'hört per E-Mail davon', sms: 'hört per SMS davon' } as const
