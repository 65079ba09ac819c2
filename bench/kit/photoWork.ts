// One process that makes pictures of all photos in a folder, and says how fast and with how much memory: `photoWork.ts ours|plain FOLDER`
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { built } from './built.ts'

/** What the child says. */
export interface PhotoWork {
  /** One for each photo. */
  ms: number[]
  /** From the first to the last. */
  wallMs: number
  /** The most that this process ever had, in bytes. */
  peak: number
}

const AT_ONCE = 2
const [way, folder] = process.argv.slice(2)

/** What one would write without a thought for who sends it: no look at the beginning, no limits, sideways stays sideways. */
async function plain(bytes: Buffer): Promise<void> {
  const { data } = await sharp(bytes)
    .resize(2560, 2560, { fit: 'inside' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  await sharp(data).resize(480, 480, { fit: 'inside' }).jpeg({ quality: 75 }).toBuffer()
}

async function ours(): Promise<(bytes: Buffer) => Promise<void>> {
  const { takePhoto } = await built<typeof import('../../src/reports/photos/takePhoto.ts')>(
    'reports/photos/takePhoto.js',
  )
  return async (bytes) => {
    const taken = await takePhoto(bytes)
    if (!taken.ok) throw new Error(taken.message)
  }
}

if (way && folder) {
  sharp.concurrency(1)
  sharp.cache(false)
  const work = way === 'ours' ? await ours() : plain
  const files = readdirSync(folder).map((name) => join(folder, name))
  const ms: number[] = []
  const begun = performance.now()
  const turn = async (): Promise<void> => {
    for (let file = files.pop(); file; file = files.pop()) {
      const bytes = readFileSync(file)
      const started = performance.now()
      await work(bytes)
      ms.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
  const wallMs = performance.now() - begun
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  console.log(JSON.stringify({ ms, wallMs, peak: Number(kilobytes) * 1024 } satisfies PhotoWork))
}
