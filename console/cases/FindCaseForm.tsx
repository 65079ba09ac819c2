import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { messageOf } from '../platform/apiError.ts'
import { Button, TextField, textOf } from '../ui/index.ts'
import { findCase } from './queries.ts'

/** One field: the number that a caller names. Look-alike characters are understood by the server. */
export function FindCaseForm() {
  const navigate = useNavigate()
  const find = useMutation({
    mutationFn: findCase,
    onSuccess: ({ id }) => navigate({ to: '/anliegen/$id', params: { id } }),
  })
  return (
    <search aria-label="Anliegen suchen">
      <form
        className="find-case"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          find.mutate(textOf(new FormData(event.currentTarget), 'number'))
        }}
      >
        <TextField
          label="Nummer des Anliegens"
          name="number"
          autoComplete="off"
          error={find.error ? messageOf(find.error) : undefined}
        />
        <Button type="submit" busy={find.isPending}>
          Suchen
        </Button>
      </form>
    </search>
  )
}
