import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { HandOverInput, ShiftView } from '../../src/callbacks/contract.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { telling } from '../platform/told.ts'
import { Empty, Form, Kbd, PageTitle, textOf } from '../ui/index.ts'
import { callbacksApi, shiftQuery } from './queries.ts'
import { KEEP, ShiftItem } from './ShiftItem.tsx'
import './callbacks.css'

/** The end of a shift: what is still mine, each to somebody who can keep the promise. */
export function ShiftPage() {
  const { data } = useSuspenseQuery(shiftQuery)
  const navigate = useNavigate()
  useHotkeys({ escape: () => void navigate({ to: '/rueckrufe' }) })
  return (
    <div className="page page--narrow">
      <PageTitle title="Schicht übergeben" />
      {data.items.length === 0 ? (
        <Empty>Sie haben keinen Rückruf mehr in der Hand. Sie können gehen.</Empty>
      ) : (
        <HandOver shift={data} />
      )}
      <p>
        <Link to="/rueckrufe" className="kern-link">
          Zur Liste <Kbd>Esc</Kbd>
        </Link>
      </p>
    </div>
  )
}

function HandOver({ shift }: { shift: ShiftView }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: callbacksApi.handOver,
    async onSuccess(_, items) {
      await client.invalidateQueries({ queryKey: ['callbacks'] })
      const told =
        items.length === 1 ? 'Ein Rückruf ist übergeben.' : `${items.length} Rückrufe sind übergeben.`
      await navigate({ to: '/rueckrufe', state: telling(told) })
    },
  })
  return (
    <>
      <p>
        {shift.items.length === 1 ? 'Ein Rückruf ist' : `${shift.items.length} Rückrufe sind`} noch bei Ihnen.
        Jede Zusage gilt weiter. Ein Satz sagt der nächsten Person, was sie wissen muss.
      </p>
      <Form
        label="Schicht übergeben"
        error={save.error}
        busy={save.isPending}
        submit="Übergeben"
        onSubmit={(values) => save.mutate(itemsOf(shift, values))}
      >
        {shift.items.map((item) => (
          <ShiftItem key={item.id} item={item} shift={shift} />
        ))}
      </Form>
    </>
  )
}

const itemsOf = ({ items }: ShiftView, values: FormData): HandOverInput['items'] =>
  items.flatMap(({ id }) => {
    const to = textOf(values, `to.${id}`)
    return to === KEEP ? [] : [{ id, toId: to || null, note: textOf(values, `note.${id}`) }]
  })
