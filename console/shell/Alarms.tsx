import { LinkAlarm, useLinkIsLost } from './LinkAlarm.tsx'
import { TelephoneAlarm } from './TelephoneAlarm.tsx'

/** What everybody must know at once; of a telephone nobody knows anything while nothing reaches this page. */
export function Alarms() {
  const isLost = useLinkIsLost()
  return <div className="alarms">{isLost ? <LinkAlarm /> : <TelephoneAlarm />}</div>
}
