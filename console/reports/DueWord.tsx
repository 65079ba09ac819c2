import type { ReportItem } from '../../src/reports/contract.ts'
import { StatusWord } from '../ui/index.ts'
import { dueText, isLate } from './dueText.ts'

interface Props {
  of: Pick<ReportItem, 'state' | 'dueAt' | 'soon'>
  now: number
  timeZone: string
}

/** When the answer is due; what is overdue, or will be soon, has a shape and says so. */
export function DueWord({ of, now, timeZone }: Props) {
  const text = dueText(of, now, timeZone)
  if (isLate(of, now)) return <StatusWord tone="bad">{text}</StatusWord>
  return of.soon ? <StatusWord tone="warn">bald fällig: {text}</StatusWord> : text
}
