import { pauseReason } from '../../src/desk/contract.ts'
import { notReadyWords } from '../../src/shared/notReadyWords.ts'
import { RadioGroup } from '../ui/index.ts'
import type { DeskActions, DeskView } from './deskApi.ts'

const options = pauseReason.options.map((value) => ({ value, label: notReadyWords[value] }))

/** Why no calls come now, so that colleagues and the lead know when to expect this person back. */
export function PauseReasons({ desk, actions }: { desk: DeskView; actions: DeskActions }) {
  const chosen = options.find(({ value }) => value === desk.pause)?.value ?? null
  return (
    <RadioGroup
      legend="Grund"
      name="pause"
      value={chosen}
      options={options}
      onChange={(reason) => actions.mutate({ kind: 'pause', reason })}
    />
  )
}
