import type { Switchboard } from '../../telephony/index.ts'
import type { Via } from '../model.ts'

/** How a call is made from here: played for practice, by the telephone system, else with the clerk's own telephone. */
export function viaOf(switchboard: Switchboard, cityId: string, practice: boolean): Via {
  if (practice) return 'training'
  return switchboard.connected(cityId) ? 'asterisk' : 'tel'
}
