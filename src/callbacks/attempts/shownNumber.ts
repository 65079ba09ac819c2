import { linesOf } from '../../city/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { conflict } from '../../platform/problems.ts'
import type { PhoneNumber } from '../../shared/phoneNumber.ts'

/**
 * The number that a callback shows: the one that was called, so that the citizen knows who rings; else the line of the team.
 * @throws Problem 409 `no-line`
 */
export async function shownNumber(
  reader: Reader,
  cityId: string,
  teamId: string,
  lineId: string | null,
): Promise<PhoneNumber> {
  const lines = await linesOf(reader, cityId)
  const line =
    lines.find(({ id }) => id === lineId) ??
    lines.find(({ callbackTeamId, active }) => active && callbackTeamId === teamId) ??
    lines[0]
  if (!line) throw conflict('no-line', 'Es ist keine Rufnummer eingerichtet, mit der angerufen werden kann.')
  return line.number
}
