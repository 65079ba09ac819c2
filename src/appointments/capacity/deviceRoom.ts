import type { Board } from './board.ts'

/** How many units of a kind run in each minute of the day. Units that the office no longer has hold nothing. */
export function unitsBusy({ plan, taken, from, to }: Board, kind: string): Uint16Array {
  const { minutes } = plan.clock
  const busy = new Uint16Array(minutes + 1)
  const units = plan.devices[kind] ?? 0
  taken.forEach((one, index) => {
    if (!holdsUnit(one.units[kind], units)) return
    // First the difference to the minute before, summed up below.
    busy[Math.min(Math.max(from[index]!, 0), minutes)]! += 1
    busy[Math.min(Math.max(to[index]!, 0), minutes)]! -= 1
  })
  for (let minute = 1; minute <= minutes; minute += 1) busy[minute]! += busy[minute - 1]!
  return busy
}

/** Whether the unit is one of those the office has. */
export function holdsUnit(unit: number | undefined, units: number): unit is number {
  return unit !== undefined && unit >= 1 && unit <= units
}

/** 1 for each minute of the day in which a unit of every one of these kinds is free. */
export function deviceRoom(board: Board, kinds: readonly string[]): Uint8Array {
  const room = new Uint8Array(board.plan.clock.minutes).fill(1)
  for (const kind of kinds) {
    const units = board.plan.devices[kind] ?? 0
    const busy = unitsBusy(board, kind)
    for (let minute = 0; minute < room.length; minute += 1) if (busy[minute]! >= units) room[minute] = 0
  }
  return room
}

export function hasDevices(room: Uint8Array, from: number, to: number): boolean {
  for (let minute = from; minute < to; minute += 1) if (room[minute] !== 1) return false
  return true
}
