// lines per second and memory while a queue_log of a million lines is read, beside reading its lines alone
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readQueueLog } from '../src/trial/baseline/queueLog.ts'
import { resident } from './kit/memory.ts'
import { megabytes, whole } from './kit/numbers.ts'
import { report } from './kit/report.ts'

const LINES = 1_000_000
/** Enter, ring in vain, connect, complete. */
const LINES_A_CALL = 4
const MEMORY_EVERY = 50_000

async function write(path: string): Promise<void> {
  const file = createWriteStream(path)
  for (let call = 0; call < LINES / LINES_A_CALL; call += 1) {
    const at = 1_298_857_200 + call * 300
    const id = `${at}.${call}`
    const wait = call % 200
    const ends =
      call % 7 === 0
        ? [`${at + wait}|${id}|buero|NONE|ABANDON|1|3|${wait}`]
        : [
            `${at + wait}|${id}|buero|SIP/21|CONNECT|${wait}|${at}.x|3`,
            `${at + wait + 90}|${id}|buero|SIP/21|COMPLETECALLER|${wait}|90|3`,
          ]
    const text = [
      `${at}|${id}|buero|NONE|ENTERQUEUE||anonymous|3`,
      `${at}|${id}|buero|SIP/20|RINGNOANSWER|5000`,
      ...ends,
    ]
    if (!file.write(`${text.join('\n')}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

const linesOf = (path: string) => createInterface({ input: createReadStream(path), crlfDelay: Infinity })

async function alone(path: string): Promise<{ lines: number; perSecond: number }> {
  const begun = performance.now()
  let lines = 0
  for await (const line of linesOf(path)) if (line !== '') lines += 1
  return { lines, perSecond: (lines / (performance.now() - begun)) * 1000 }
}

async function read(path: string) {
  const begun = performance.now()
  const sizes: number[] = []
  let calls = 0
  let odd = 0
  for await (const one of readQueueLog(linesOf(path))) {
    if ('odd' in one) odd += 1
    else calls += 1
    if ((calls + odd) % MEMORY_EVERY === 0) sizes.push(resident(process.pid))
  }
  return { calls, odd, seconds: (performance.now() - begun) / 1000, sizes }
}

const folder = mkdtempSync(join(tmpdir(), 'fz-queue-log-'))
try {
  const path = join(folder, 'queue_log')
  await write(path)
  const limit = await alone(path)
  const { calls, odd, seconds, sizes } = await read(path)
  const perSecond = limit.lines / seconds
  report(
    `a queue_log of ${whole(limit.lines)} lines, ${whole(calls)} calls, ${whole(odd)} oddities`,
    [
      {
        what: 'lines per second',
        figure: whole(perSecond),
        against: `${whole(limit.perSecond)} read alone`,
        ratio: perSecond / limit.perSecond,
      },
      {
        what: 'memory at the end',
        figure: megabytes(sizes.at(-1) ?? 0),
        against: `${megabytes(sizes[0] ?? 0)} after the first ${whole(MEMORY_EVERY)} calls`,
        ratio: (sizes.at(-1) ?? 0) / (sizes[0] ?? 1),
      },
    ],
    [],
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
