import { Checkbox, TextField } from '../ui/index.ts'
import { numberAloud } from './readAloud.ts'

interface Typed {
  contactPhone: string
  phoneReadBack: boolean
}

/** The part of a form that the number needs. */
export interface NumberPart {
  draft: Typed
  errors: { readonly [field in keyof Typed]?: string | undefined }
  dialPermissions: readonly string[]
  change: (part: Partial<Typed>) => void
}

interface Props {
  intake: NumberPart
  /** What the tick says that somebody did. */
  compared?: string
}

/** The number for the callback, grouped for reading aloud, and the tick that this was done. */
export function NumberField({ intake, compared = 'vorgelesen' }: Props) {
  const { draft, errors, change } = intake
  const aloud = numberAloud(draft.contactPhone, intake.dialPermissions)
  // While somebody types, an unfinished number is no error; once it was read back it is.
  const fault = draft.phoneReadBack && aloud && 'fault' in aloud ? aloud.fault : undefined
  return (
    <>
      <TextField
        label="Nummer"
        name="contactPhone"
        type="tel"
        autoComplete="off"
        data-step
        value={draft.contactPhone}
        onChange={(event) => change({ contactPhone: event.target.value, phoneReadBack: false })}
        error={errors.contactPhone ?? fault}
      />
      <div className="read-back">
        <p className="read-back__number">
          {aloud && 'groups' in aloud && (
            <>
              {aloud.groups.join(' ')}
              <span className="kern-sr-only">, gesprochen: {aloud.words}</span>
            </>
          )}
        </p>
        <Checkbox
          label={compared}
          name="phoneReadBack"
          data-step="check"
          checked={draft.phoneReadBack}
          onChange={(event) => change({ phoneReadBack: event.target.checked })}
          error={errors.phoneReadBack}
        />
      </div>
    </>
  )
}
