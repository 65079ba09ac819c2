import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { AccountView } from '../../src/people/contract.ts'
import { AdminPage } from '../admin/AdminPage.tsx'
import { ButtonLink } from '../admin/ButtonLink.tsx'
import { useSaving } from '../admin/useSaving.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Checkbox, Form, TextField, textOf } from '../ui/index.ts'
import { AccountFields, accountFieldsOf } from './AccountFields.tsx'
import { PasswordField } from './PasswordField.tsx'
import { accountsApi, accountsQuery } from './queries.ts'

const LIST = '/verwaltung/konten'

/** One account, or a new one. */
export function AccountAdminPage() {
  const { id } = useParams({ from: '/shell/verwaltung/konten/$id' })
  const { data } = useSuspenseQuery(accountsQuery)
  const account = data.find((account) => account.id === id)
  return account ? <ChangeAccount account={account} /> : <NewAccount />
}

function NewAccount() {
  const save = useSaving({
    save: accountsApi.create,
    queryKey: accountsQuery.queryKey,
    to: LIST,
    told: 'Das Konto ist angelegt.',
  })
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title="Neues Konto">
      <Form
        label="Neues Konto"
        error={save.error}
        busy={save.isPending}
        submit="Konto anlegen"
        onSubmit={(values) =>
          save.mutate({
            ...accountFieldsOf(values),
            login: textOf(values, 'login'),
            password: textOf(values, 'password'),
          })
        }
        aside={<ButtonLink to={LIST}>Abbrechen</ButtonLink>}
      >
        <TextField label="Anmeldename" name="login" autoComplete="off" error={fields['login']} />
        <AccountFields account={undefined} fields={fields} />
        <PasswordField label="Kennwort" error={fields['password']} />
      </Form>
    </AdminPage>
  )
}

function ChangeAccount({ account }: { account: AccountView }) {
  const save = useSaving({
    save: accountsApi.change,
    queryKey: accountsQuery.queryKey,
    to: LIST,
    told: `Das Konto ${account.login} ist gespeichert.`,
  })
  const submit = (values: FormData) => {
    const password = textOf(values, 'password')
    save.mutate({
      id: account.id,
      ...accountFieldsOf(values),
      active: values.has('active'),
      ...(password ? { password } : {}),
      ...(values.has('removeSecondFactor') ? { removeSecondFactor: true } : {}),
    })
  }
  const fields = fieldsOf(save.error)
  return (
    <AdminPage title={`Konto ${account.login}`}>
      <Form
        label="Konto"
        error={save.error}
        busy={save.isPending}
        onSubmit={submit}
        aside={<ButtonLink to={LIST}>Abbrechen</ButtonLink>}
      >
        <AccountFields account={account} fields={fields} />
        <PasswordField label="Neues Kennwort" optional error={fields['password']} />
        {account.secondFactor && (
          <Checkbox label="Zweiten Faktor entfernen, weil das Gerät verloren ist" name="removeSecondFactor" />
        )}
        <Checkbox
          label="Aktiv: kann sich anmelden"
          name="active"
          defaultChecked={account.active}
          error={fields['active']}
        />
      </Form>
    </AdminPage>
  )
}
