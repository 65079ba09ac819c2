import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { CaseView } from '../../../src/cases/contract.ts'
import { PracticeMark } from '../../cases/CaseState.tsx'
import { caseQuery } from '../../cases/queries.ts'
import { NumberField } from '../../desk/NumberField.tsx'
import { WindowField } from '../../desk/WindowField.tsx'
import { useHotkeys } from '../../platform/hotkeys.ts'
import { ErrorNotice, Form, Kbd, Loading, Notice, PageTitle, RadioGroup, TextArea } from '../../ui/index.ts'
import { NewPersonFields } from './NewPersonFields.tsx'
import { type NewCallbackForm, useNewCallback } from './useNewCallback.ts'
import '../../cases/cases.css'
import '../../desk/intake.css'
import '../callbacks.css'

/** A call promised by a clerk: to somebody at the counter, or who wrote; for a new case or one that is open. */
export function NewCallbackPage() {
  const { anliegen } = useSearch({ from: '/shell/rueckrufe/neu' })
  const navigate = useNavigate()
  useHotkeys({ escape: () => void navigate({ to: '/rueckrufe' }) })
  return (
    <div className="page page--narrow">
      {anliegen ? <OnCase id={anliegen} key={anliegen} /> : <OnNewCase />}
      <p>
        <Link to="/rueckrufe" className="kern-link">
          Zur Liste <Kbd>Esc</Kbd>
        </Link>
      </p>
    </div>
  )
}

function OnNewCase() {
  return (
    <>
      <PageTitle title="Neuer Rückruf" />
      <PromiseForm of={null} />
    </>
  )
}

function OnCase({ id }: { id: string }) {
  const { data } = useSuspenseQuery(caseQuery(id))
  return (
    <>
      <PageTitle
        title={`Rückruf zusagen: ${data.number}`}
        aside={<PracticeMark practice={data.practice} />}
      />
      {data.state === 'open' && !data.callOwed ? (
        <>
          <p className="reason">{data.reason}</p>
          <PromiseForm of={data} />
        </>
      ) : (
        <Notice>
          {data.state === 'open'
            ? 'Für dieses Anliegen ist schon ein Rückruf zugesagt.'
            : 'Dieses Anliegen ist abgeschlossen.'}
        </Notice>
      )}
    </>
  )
}

const CHANNELS = [
  { value: 'counter', label: 'Am Schalter' },
  { value: 'email', label: 'Brief oder E-Mail' },
] as const

function PromiseForm({ of }: { of: CaseView | null }) {
  const form = useNewCallback(of)
  const { draft, change, errors } = form
  useHotkeys({ 'ctrl+enter': form.save })
  return (
    <Form
      label="Rückruf zusagen"
      error={form.error}
      busy={form.busy}
      submit="Rückruf zusagen"
      onSubmit={form.save}
    >
      <RadioGroup
        legend="Wie hat sich die Person gemeldet?"
        name="channel"
        value={draft.channel}
        options={CHANNELS}
        onChange={(channel) => change({ channel })}
        error={errors['channel']}
      />
      {of ? <Note form={form} /> : <NewPersonFields form={form} />}
      <NumberField
        compared={draft.channel === 'counter' ? 'vorgelesen' : 'mit dem Schreiben verglichen'}
        intake={{
          draft,
          change,
          errors: { contactPhone: errors['contactPhone'], phoneReadBack: errors['phoneReadBack'] },
          dialPermissions: form.offer?.dialPermissions ?? [],
        }}
      />
      <Windows form={form} />
    </Form>
  )
}

function Note({ form: { draft, change, errors } }: { form: NewCallbackForm }) {
  return (
    <TextArea
      label="Notiz"
      name="reason"
      optional
      rows={2}
      value={draft.reason}
      onChange={({ target }) => change({ reason: target.value })}
      error={errors['reason']}
    />
  )
}

function Windows({ form: { draft, change, errors, offer, unread } }: { form: NewCallbackForm }) {
  if (unread) return <ErrorNotice error={unread} />
  if (!offer) return <Loading />
  return (
    <WindowField
      name="windowStart"
      windows={offer.windows}
      value={draft}
      choose={change}
      error={errors['windowStart']}
      none="Zurzeit ist kein Zeitfenster frei. Bitte sagen Sie nichts zu."
    />
  )
}
