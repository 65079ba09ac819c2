// photos of 12 megapixels per second and peak memory, beside sharp without our checks; and a picture bomb
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { bomb } from '../src/reports/photos/photos.testkit.ts'
import { built, long } from './kit/built.ts'
import { canMeasure } from './kit/memory.ts'
import { median, megabytes, ms, percentile, timed } from './kit/numbers.ts'
import type { PhotoWork } from './kit/photoWork.ts'
import { report, type Row } from './kit/report.ts'

const PHOTOS = long ? 60 : 20
const ROUNDS = 3
const WORKER = join(import.meta.dirname, 'kit/photoWork.ts')

/** As large as a telephone makes it, and as hard to compress: noise, a little soft. @returns bytes in all */
async function makePhotos(folder: string, orientation: number): Promise<number> {
  mkdirSync(folder)
  let size = 0
  for (let n = 0; n < PHOTOS; n += 1) {
    const bytes = await sharp({
      create: {
        width: 4000,
        height: 3000,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .blur(1.2)
      .jpeg({ quality: 92 })
      .withMetadata({ orientation })
      .toBuffer()
    writeFileSync(join(folder, `${n}.jpg`), bytes)
    size += bytes.length
  }
  return size
}

function run(way: 'ours' | 'plain', folder: string): PhotoWork {
  return JSON.parse(execFileSync(process.execPath, [WORKER, way, folder], { encoding: 'utf8' }))
}

/** In turns, so that other work on the machine meets both. */
function compare(folder: string): { ours: PhotoWork[]; plain: PhotoWork[] } {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: run('ours', folder),
    plain: run('plain', folder),
  }))
  return { ours: rounds.map(({ ours }) => ours), plain: rounds.map(({ plain }) => plain) }
}

const perSecond = (works: readonly PhotoWork[]): number =>
  median(works.map(({ wallMs }) => (PHOTOS / wallMs) * 1000))
const p95 = (works: readonly PhotoWork[]): number =>
  percentile(
    works.flatMap((work) => work.ms),
    0.95,
  )
const peak = (works: readonly PhotoWork[]): number => Math.max(...works.map((work) => work.peak))

function rowsOf(what: string, { ours, plain }: ReturnType<typeof compare>): Row[] {
  const row = (
    name: string,
    of: (works: readonly PhotoWork[]) => number,
    words: (value: number) => string,
  ) => ({
    what: `${what}, ${name}`,
    figure: words(of(ours)),
    against: `sharp alone: ${words(of(plain))}`,
    ratio: of(ours) / of(plain),
  })
  return [
    row('photos per second', perSecond, (value) => value.toFixed(2)),
    row('one photo, p95', p95, ms),
    row('peak memory', peak, megabytes),
  ]
}

async function bombRow(): Promise<Row> {
  const bytes = bomb()
  // Before ours is loaded: it closes doors in this process.
  const unpacked = await timed(() => sharp(bytes).resize(480).jpeg().toBuffer())
  const { takePhoto } = await built<typeof import('../src/reports/photos/takePhoto.ts')>(
    'reports/photos/takePhoto.js',
  )
  const refused = await timed(() => takePhoto(bytes))
  return {
    what: `PNG of 256 megapixels in ${bytes.length} bytes, refused`,
    figure: ms(refused),
    against: `sharp alone unpacks it: ${ms(unpacked)}`,
    ratio: refused / unpacked,
  }
}

if (!canMeasure()) {
  console.log('photos: not measured, this needs the process information of Linux (/proc).')
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'fz-photos-'))
try {
  const upright = join(folder, 'upright')
  const turned = join(folder, 'turned')
  const size = await makePhotos(upright, 1)
  await makePhotos(turned, 6)
  report(
    `photos: ${PHOTOS} JPEGs of 12 megapixels, ${megabytes(size / PHOTOS)} each, two at a time`,
    [...rowsOf('upright', compare(upright)), ...rowsOf('on its side', compare(turned)), await bombRow()],
    [
      `Both make the same two JPEGs (2560 and 480), one thread each, in a process of their own; median of ${ROUNDS} rounds in turns, peak (VmHWM) of the largest. sharp alone turns nothing upright, so a photo on its side costs it no more.`,
    ],
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
