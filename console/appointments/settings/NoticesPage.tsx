import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { noticeSettings, type NoticeSettings } from '../../../src/appointments/notices/contract.ts'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { useSaving } from '../../admin/useSaving.ts'
import { api, nothing } from '../../platform/api.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Form, RadioGroup, TextField } from '../../ui/index.ts'
import { wholeOf } from './formNumbers.ts'

const PATH = '/api/v1/appointment-notices'

const noticesQuery = queryOptions({
  queryKey: ['appointment-notices'],
  queryFn: ({ signal }) => api.get(PATH, noticeSettings, { signal }),
})

const WAYS = [
  { value: 'none', label: 'Gar nicht, der Termin ist sofort gebucht' },
  { value: 'link', label: 'Mit einem Link in einer E-Mail' },
  { value: 'code', label: 'Mit einem Code in einer SMS' },
] as const

/** How citizens confirm their address before a time is booked, and when they are reminded. */
export function NoticesPage() {
  const settings = useSuspenseQuery(noticesQuery).data
  const [confirm, setConfirm] = useState(settings.confirm)
  const saving = useSaving({
    save: async (input: NoticeSettings) => {
      await api.put(PATH, nothing, input)
      return input
    },
    queryKey: noticesQuery.queryKey,
    to: '/termine/nachrichten',
    told: 'Die Einstellungen sind gespeichert. Sie gelten sofort.',
  })
  const fields = fieldsOf(saving.error)
  return (
    <AdminPage title="Nachrichten zu Terminen">
      <Form
        label="Nachrichten zu Terminen"
        error={saving.error}
        busy={saving.isPending}
        onSubmit={(values) => saving.mutate({ confirm, reminderDays: wholeOf(values, 'reminderDays') })}
      >
        <RadioGroup
          legend="Wie bestätigt man im Internet seine Adresse, bevor ein Termin gebucht ist?"
          name="confirm"
          value={confirm}
          options={WAYS}
          onChange={setConfirm}
          error={fields['confirm']}
        />
        <p className="muted">
          Wer nur auf dem anderen Weg zu erreichen ist, bestätigt auf diesem. Wo weder ein E-Mail-Konto noch
          ein SMS-Dienst angeschlossen ist, wird sofort gebucht. Am Telefon bestätigt niemand.
        </p>
        <TextField
          label="Erinnerung (Tage vorher)"
          name="reminderDays"
          inputMode="numeric"
          hint="0 bis 14; 0: keine Erinnerung"
          defaultValue={settings.reminderDays}
          error={fields['reminderDays']}
        />
      </Form>
    </AdminPage>
  )
}
