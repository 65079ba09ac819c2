import type { DeskView } from '../../src/desk/contract.ts'
import { Notice } from '../ui/index.ts'

/** A lead's word about this desk: who, and why. Gone once the person is ready again. */
export function SignedOutNotice({ desk: { signedOut, call } }: { desk: DeskView }) {
  if (!signedOut) return null
  const { by, reason } = signedOut
  return (
    <Notice tone="warning" urgent>
      <p>{`${by}, Teamleitung, hat diesen Arbeitsplatz abgemeldet: ${reason}`}</p>
      <p>
        {call
          ? 'Ihr Gespräch geht zu Ende wie gewohnt. Danach kommen keine Anrufe mehr.'
          : 'Hier kommen keine Anrufe mehr, bis Sie sich wieder bereit melden.'}
      </p>
    </Notice>
  )
}
