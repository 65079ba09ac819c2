import type { LeadView, MoveInput, WaitingCaller } from '../../src/lead/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import { Select, textOf } from '../ui/index.ts'
import { leadApi } from './queries.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useDeed } from './useDeed.ts'

interface Props {
  caller: WaitingCaller
  view: LeadView
  onClose: () => void
}

/** Somebody who waits goes to the front, to another line or to another team. */
export function MoveDialog({ caller, view, onClose }: Props) {
  const move = useDeed({
    run: (input: MoveInput) => leadApi.move(caller.callId, input),
    done: 'Der Anruf ist verschoben.',
    onDone: onClose,
  })
  const error = Object.entries(fieldsOf(move.error)).find(([name]) => name.startsWith('to'))?.[1]
  return (
    <ReasonDialog
      title={`Anruf verschieben: ${caller.lineName}`}
      submit="Verschieben"
      reasonHint="Steht im Protokoll, zum Beispiel: falsche Leitung gewählt"
      error={move.error}
      busy={move.isPending}
      onSubmit={(values) => move.mutate({ to: targetOf(values), reason: textOf(values, 'reason') })}
      onClose={onClose}
    >
      <Select label="Wohin?" name="to" error={error}>
        <option value="front">Ganz nach vorn</option>
        <optgroup label="Auf eine andere Leitung">
          {view.lines
            .filter(({ id }) => id !== caller.lineId)
            .map(({ id, name }) => (
              <option key={id} value={`line:${id}`}>
                {name}
              </option>
            ))}
        </optgroup>
        <optgroup label="Zu einem Team">
          {view.teams.map(({ id, name }) => (
            <option key={id} value={`team:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
    </ReasonDialog>
  )
}

function targetOf(values: FormData): MoveInput['to'] {
  const [kind, id = ''] = textOf(values, 'to').split(':')
  if (kind === 'line') return { kind, id }
  return kind === 'team' ? { kind, id } : { kind: 'front' }
}
