/**
 * Whether everybody gets a lane at one moment: `choices` are the pools each could stand in, `room` the lanes left in
 * each pool. Augmenting paths (bipartite matching with capacities), so exact for the moment.
 */
export function canAllStand(choices: readonly (readonly number[])[], room: readonly number[]): boolean {
  const standing: number[][] = room.map(() => [])
  const seen = new Uint32Array(room.length)
  const seat = (who: number, round: number): boolean => {
    for (const pool of choices[who]!) {
      if (seen[pool] === round) continue
      seen[pool] = round
      const there = standing[pool]!
      if (there.length < room[pool]!) {
        there.push(who)
        return true
      }
      for (let place = 0; place < there.length; place += 1) {
        if (!seat(there[place]!, round)) continue
        there[place] = who
        return true
      }
    }
    return false
  }
  return choices.every((_, who) => seat(who, who + 1))
}
