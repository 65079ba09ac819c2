import { useTold } from '../platform/told.ts'
import { Notice } from './Notice.tsx'

/** What the page before has done, until the next step; it was already said aloud. */
export function Told() {
  const told = useTold()
  return told ? <Notice tone="success">{told}</Notice> : null
}
