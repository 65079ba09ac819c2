import { TextField } from '../ui/index.ts'

interface Props {
  label: string
  optional?: boolean
  error: string | undefined
}

/** A password that an administrator sets for somebody else; its owner changes it afterwards. */
export function PasswordField({ label, optional = false, error }: Props) {
  return (
    <TextField
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      optional={optional}
      hint={
        optional
          ? 'Nur ausfüllen, wenn es ersetzt werden soll. Danach muss sich die Person neu anmelden.'
          : 'Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind gut.'
      }
      error={error}
    />
  )
}
