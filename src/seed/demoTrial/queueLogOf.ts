import type { DemoCall } from './history.ts'

/** The calls as a `queue_log` of app_queue, with the seconds it knows. */
export function queueLogOf(calls: readonly DemoCall[]): string {
  const lines = calls.flatMap(({ offeredAt, waitMs, talkMs }, n) => {
    const [at, wait] = [Math.floor(offeredAt / 1000), Math.round(waitMs / 1000)]
    const id = `${at}.${n}`
    const line = (second: number, text: string) => [second, `${second}|${id}|buergerbuero|${text}\n`] as const
    const enter = line(at, 'NONE|ENTERQUEUE||anonymous|1')
    if (talkMs === null) return [enter, line(at + wait, `NONE|ABANDON|1|1|${wait}`)]
    const talk = Math.round(talkMs / 1000)
    const place = `Local/${21 + (n % 4)}@platz`
    return [
      enter,
      line(at + wait, `${place}|CONNECT|${wait}|${id}|2`),
      line(at + wait + talk, `${place}|COMPLETECALLER|${wait}|${talk}|1`),
    ]
  })
  return lines
    .toSorted(([one], [other]) => one - other)
    .map(([, text]) => text)
    .join('')
}
