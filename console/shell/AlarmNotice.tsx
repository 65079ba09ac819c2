import { Notice } from '../ui/index.ts'

/** @param text its first sentence says what happened, the others what to do */
export function AlarmNotice({ text }: { text: string }) {
  const [what = '', ...then] = text.split(/(?<=\.) /)
  return (
    <Notice tone="danger" urgent>
      <strong>{what}</strong> {then.join(' ')}
    </Notice>
  )
}
