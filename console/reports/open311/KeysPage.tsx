import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { AdminPage } from '../../admin/AdminPage.tsx'
import { announce } from '../../platform/announce.ts'
import { fieldsOf, messageOf } from '../../platform/apiError.ts'
import { Button, Card, Empty, Form, Notice, StatusWord, Table, TextField, textOf } from '../../ui/index.ts'
import { keysApi, keysQuery } from './queries.ts'

/** The programs that may report over Open311, each with a key of its own. */
export function KeysPage() {
  const { keys } = useSuspenseQuery(keysQuery).data
  return (
    <AdminPage title="Open311">
      <p className="muted">
        Andere Programme melden unter <code>{new URL('/open311/v2', window.location.origin).href}</code> und
        lesen dort, was freigegeben ist. Zum Melden brauchen sie einen Schlüssel, zum Lesen keinen.
      </p>
      <NewKey />
      {keys.length === 0 && (
        <Empty>Noch kein Programm darf melden. Legen Sie zuerst einen Schlüssel an.</Empty>
      )}
      {keys.length > 0 && <Keys />}
    </AdminPage>
  )
}

function NewKey() {
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: keysApi.make,
    onSuccess: ({ keys }) => client.setQueryData(keysQuery.queryKey, { keys }),
  })
  return (
    <Card title="Neuer Schlüssel">
      <Form
        key={make.data?.key}
        label="Neuer Schlüssel"
        error={make.error}
        busy={make.isPending}
        submit="Schlüssel anlegen"
        onSubmit={(values) => make.mutate(textOf(values, 'name'))}
      >
        <TextField
          label="Welches Programm?"
          name="name"
          autoComplete="off"
          error={fieldsOf(make.error)['name']}
        />
      </Form>
      {make.data && (
        <output>
          <Notice tone="warning">
            Dieser Schlüssel wird nur jetzt gezeigt. Geht er verloren, legen Sie einen neuen an.
          </Notice>
          <code className="token">{make.data.key}</code>
        </output>
      )}
    </Card>
  )
}

function Keys() {
  const { keys } = useSuspenseQuery(keysQuery).data
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: keysApi.switch,
    onSuccess(answer, { active }) {
      client.setQueryData(keysQuery.queryKey, answer)
      announce(active ? 'Der Schlüssel gilt wieder.' : 'Der Schlüssel gilt nicht mehr.')
    },
  })
  return (
    <>
      {change.error && <Notice tone="danger">{messageOf(change.error)}</Notice>}
      <Table caption="Schlüssel" hideCaption heads={['Programm', 'Stand', 'Ändern']}>
        <tbody>
          {keys.map(({ id, name, active }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <StatusWord tone={active ? 'good' : 'off'}>{active ? 'gilt' : 'gilt nicht'}</StatusWord>
              </td>
              <td>
                <Button
                  aria-label={`${name}: ${active ? 'abschalten' : 'einschalten'}`}
                  busy={change.isPending}
                  onClick={() => change.mutate({ id, active: !active })}
                >
                  {active ? 'Abschalten' : 'Einschalten'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}
