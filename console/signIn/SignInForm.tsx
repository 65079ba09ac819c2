import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { ApiError, fieldsOf } from '../platform/apiError.ts'
import { Button, ErrorNotice, TextField, useFocusFirst } from '../ui/index.ts'

export interface SignInValues {
  login: string
  password: string
  code?: string
}

/** Name and password; the code only when the account has a second factor. The first wrong field gets the focus. */
export function SignInForm({ signIn }: { signIn: (values: SignInValues) => Promise<void> }) {
  const form = useRef<HTMLFormElement>(null)
  const login = useFocusFirst<HTMLInputElement>()
  const [askedCode, setAskedCode] = useState(false)
  const attempt = useMutation({
    mutationFn: signIn,
    onError: (error) => {
      if (fieldsOf(error)['code']) setAskedCode(true)
    },
  })
  const { error } = attempt
  useEffect(() => {
    if (error) focusFirst(form.current, error)
  }, [error])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    attempt.mutate(valuesOf(new FormData(event.currentTarget)))
  }
  const fields = fieldsOf(error)
  const asksCode = askedCode || fields['code'] !== undefined
  // The try that found out about the code could not have one: only a later one was wrong.
  const codeFault = attempt.variables?.code === undefined ? undefined : fields['code']
  return (
    <form className="form" ref={form} onSubmit={submit} noValidate>
      {Object.keys(fields).length === 0 && <ErrorNotice error={attempt.error} />}
      <TextField
        label="Anmeldename"
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        ref={login}
        error={fields['login']}
      />
      <TextField
        label="Kennwort"
        name="password"
        type="password"
        autoComplete="current-password"
        error={fields['password']}
      />
      {asksCode && (
        <TextField
          label="Code aus Ihrer App"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          hint="Sechs Ziffern, sie wechseln alle 30 Sekunden."
          error={codeFault}
        />
      )}
      <Button variant="primary" type="submit" busy={attempt.isPending}>
        Anmelden
      </Button>
    </form>
  )
}

function valuesOf(data: FormData): SignInValues {
  const text = (name: string) => String(data.get(name) ?? '')
  const values = { login: text('login'), password: text('password') }
  return data.has('code') ? { ...values, code: text('code').replace(/\s/g, '') } : values
}

function focusFirst(form: HTMLFormElement | null, error: unknown): void {
  const name = ['code', 'login', 'password'].find((field) => fieldsOf(error)[field])
  const control = form?.elements.namedItem(
    name ?? (error instanceof ApiError && error.status === 0 ? 'login' : 'password'),
  )
  if (control instanceof HTMLInputElement) control.select()
}
