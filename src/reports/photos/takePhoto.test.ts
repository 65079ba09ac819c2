import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { MOST_BYTES, type TakenPhoto } from './model.ts'
import { bomb, corners, heavy, heic, jpeg, png, svg, telling, TOLD, webp } from './photos.testkit.ts'
import { takePhoto } from './takePhoto.ts'

async function taken(bytes: Uint8Array): Promise<TakenPhoto> {
  const photo = await takePhoto(bytes)
  if (!photo.ok) throw new Error(photo.cause)
  return photo.value
}

/** The kinds of the segments of a JPEG (ISO/IEC 10918-1 B.1.1.4) up to its scan, and how many bytes follow its end. */
function segmentsOf(file: Buffer): { markers: number[]; behind: number } {
  const markers: number[] = []
  let at = 2
  while (file[at] === 0xff && file[at + 1] !== 0xda) {
    markers.push(file[at + 1]!)
    at += 2 + file.readUInt16BE(at + 2)
  }
  return { markers, behind: file.length - file.indexOf(Buffer.from([0xff, 0xd9]), at) - 2 }
}

/** JFIF's own header, tables, the frame and restart intervals: what a picture needs. */
const NEEDED = [0xe0, 0xdb, 0xc0, 0xc4, 0xdd]

/** Red, green and blue in the middle of a picture's upper, lower, left or right quarter. */
async function colourAt(file: Buffer, where: 'top' | 'bottom' | 'left' | 'right'): Promise<'red' | 'blue'> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const part = { top: [0.5, 0.1], bottom: [0.5, 0.9], left: [0.1, 0.5], right: [0.9, 0.5] }[where]
  const [x, y] = [Math.floor(info.width * part[0]!), Math.floor(info.height * part[1]!)]
  const at = (y * info.width + x) * info.channels
  return data[at]! > data[at + 2]! ? 'red' : 'blue'
}

describe('a photo that is taken', () => {
  test('given a file that tells where and by whom it was made, neither picture tells anything', async () => {
    const sent = await telling()
    // The test can fail: all of it is in what was sent.
    for (const word of TOLD) expect(sent.includes(word)).toBe(true)
    const before = await sharp(sent).metadata()
    expect(before).toMatchObject({ orientation: 6, exif: expect.anything(), xmp: expect.anything() })
    expect(before.icc).toBeDefined()
    const { large, small } = await taken(sent)
    for (const file of [large, small]) {
      for (const word of TOLD) expect(file.includes(word)).toBe(false)
      const { exif, xmp, icc, iptc, comments, orientation } = await sharp(file).metadata()
      expect({ exif, xmp, icc, iptc, comments, orientation }).toEqual({})
      const { markers, behind } = segmentsOf(file)
      expect(markers.filter((marker) => !NEEDED.includes(marker))).toEqual([])
      expect(behind).toBe(0)
    }
  })

  test.each([
    [1, 'left', 'right'],
    [3, 'right', 'left'],
    [6, 'top', 'bottom'],
    [8, 'bottom', 'top'],
  ] as const)('given orientation %i, it stands upright: red is %s', async (orientation, red, blue) => {
    const { large, small, width, height } = await taken(await telling(orientation))
    for (const file of [large, small]) {
      expect(await colourAt(file, red)).toBe('red')
      expect(await colourAt(file, blue)).toBe('blue')
    }
    expect([width, height]).toEqual(orientation > 4 ? [200, 400] : [400, 200])
  })

  test('given any note of how it lies, also mirrored ones, it becomes what it shows', async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const sent = await corners(orientation)
      const { large, width, height } = await taken(sent)
      const [ours, theirs] = await Promise.all(
        [sharp(large), sharp(sent).autoOrient()].map((image) => image.resize(2, 2).raw().toBuffer()),
      )
      const off = [...ours!].map((value, n) => Math.abs(value - theirs![n]!))
      expect(Math.max(...off), `orientation ${orientation}`).toBeLessThan(30)
      expect([width, height]).toEqual(orientation > 4 ? [200, 400] : [400, 200])
    }
  })

  test('given a large one, its longest sides are 2560 and 480; given a small one, it is not made larger', async () => {
    const { large, small, width, height } = await taken(await jpeg({ width: 4000, height: 1000 }))
    expect([width, height]).toEqual([2560, 640])
    expect(await sharp(large).metadata()).toMatchObject({ format: 'jpeg', width: 2560, height: 640 })
    expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 120 })
    expect(await taken(await jpeg({ width: 30, height: 20 }))).toMatchObject({ width: 30, height: 20 })
  })

  test('given PNG and WebP, also with transparency, they become JPEG on white', async () => {
    for (const sent of [await png(), await webp()]) {
      const { large } = await taken(sent)
      expect(await sharp(large).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 200 })
    }
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
    const { large } = await taken(await clear.png().toBuffer())
    expect((await sharp(large).raw().toBuffer())[0]).toBeGreaterThan(250)
  })

  test('given the same photo twice, both are the same bytes', async () => {
    const sent = await telling()
    expect(await taken(sent)).toEqual(await taken(sent))
  })

  test('given ten at once, each comes out as itself', async () => {
    const widths = Array.from({ length: 10 }, (_, n) => 100 + n)
    const all = await Promise.all(widths.map(async (width) => taken(await jpeg({ width, height: 50 }))))
    expect(all.map(({ width }) => width)).toEqual(widths)
  })
})

/** What `takePhoto` says of these bytes in a second at most. @param folder for files that somebody keeps meanwhile */
function inProcess(bytes: Buffer, folder: string): Promise<unknown> {
  const script = `
    import { buffer } from 'node:stream/consumers'
    import { takePhoto } from ${JSON.stringify(new URL('takePhoto.ts', import.meta.url).href)}
    console.log(JSON.stringify(await takePhoto(await buffer(process.stdin), 1)))`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(bytes)
  return json(child.stdout)
}

describe('what is refused', () => {
  const cut = async (share: number): Promise<Buffer> => {
    const whole = await jpeg({ width: 800, height: 600 })
    return whole.subarray(0, Math.floor(whole.length * share))
  }
  test.each([
    ['nothing', async () => Buffer.alloc(0), 'empty', 'leer'],
    ['a drawing under the name of a PNG', async () => svg(), 'svg', 'SVG'],
    ['an iPhone’s format', async () => heic(), 'heic', 'Dieses Format (HEIC) können wir nicht lesen.'],
    ['AVIF', async () => heic('avif'), 'avif', 'AVIF'],
    ['a film of a telephone', async () => heic('isom').fill('isom', 16, 24), 'unknown', 'kein Foto'],
    ['GIF', async () => Buffer.from('GIF89a\x01\0\x01\0'), 'gif', 'GIF'],
    ['PDF', async () => Buffer.from('%PDF-1.7\n'), 'pdf', 'PDF'],
    ['a program', async () => Buffer.from('MZ\x90\0'), 'unknown', 'kein Foto'],
    ['half a photo', () => cut(0.5), 'broken', 'beschädigt'],
    ['a photo without its last bytes', () => cut(0.99), 'broken', 'beschädigt'],
    [
      'the beginning of a PNG and a drawing',
      async () => Buffer.concat([(await png()).subarray(0, 8), svg()]),
      'broken',
      '',
    ],
    [
      'the beginning of a JPEG and a page',
      async () => Buffer.from('\xff\xd8\xff<html><script>', 'latin1'),
      'broken',
      '',
    ],
    ['more than 10 MB', async () => Buffer.alloc(MOST_BYTES + 1, await jpeg()), 'too-large', '10 MB'],
  ])('given %s, says so', async (_what, make, cause, words) => {
    const refused = await takePhoto(await make())
    expect(refused).toMatchObject({ ok: false, cause, message: expect.stringContaining(words) })
  })

  test('given 256 megapixels in a few kilobytes, refuses them without unpacking', async () => {
    const small = bomb()
    expect(small.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    const started = performance.now()
    expect(await takePhoto(small)).toMatchObject({ ok: false, cause: 'too-many-pixels' })
    // Unpacked it would be 256 MB, and half a second; the bound leaves room for a busy machine.
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    // It is the number of pixels that is refused, and not this way of packing them.
    expect(await takePhoto(bomb(800))).toMatchObject({ ok: true })
  })

  test.each([1, 6])(
    'given one that takes longer than it may (orientation %i), says so, and no file of it is left',
    async (orientation) => {
      const slow = await heavy(orientation)
      const folder = mkdtempSync(join(tmpdir(), 'fz-slow-'))
      try {
        // In a process of its own: a library in C looks for the folder of temporary files only once.
        const told = await inProcess(slow, folder)
        expect(told).toEqual({
          ok: false,
          cause: 'too-slow',
          message: expect.stringContaining('nicht schnell genug'),
        })
        expect(readdirSync(folder)).toEqual([])
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  test('given other loaders, none of them is open in this process', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await expect(sharp(drawing).png().toBuffer()).rejects.toThrow('unsupported image format')
  })

  test('given any bytes behind a photo’s beginning, it answers and never throws', async () => {
    const [a, b, c] = [
      await jpeg({ width: 16, height: 16 }),
      await png({ width: 16, height: 16 }),
      await webp({ width: 16, height: 16 }),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(a, b, c),
        fc.nat(),
        fc.uint8Array({ maxLength: 40 }),
        async (file, at, noise) => {
          const changed = Buffer.from(file)
          changed.set(
            noise.subarray(0, changed.length - 12),
            12 + (at % Math.max(1, changed.length - 12 - noise.length)),
          )
          const photo = await takePhoto(changed)
          if (photo.ok) expect(segmentsOf(photo.value.large).behind).toBe(0)
          else expect(photo.message).not.toBe('')
        },
      ),
      { numRuns: 200 },
    )
  })
})
