import sharp, { type OutputInfo, type Sharp } from 'sharp'
import type { Result } from '../../shared/result.ts'
import {
  LARGE_SIDE,
  MOST_BYTES,
  type PhotoFault,
  type Pictures,
  SMALL_SIDE,
  type TakenPhoto,
} from './model.ts'
import type { Box } from './contract.ts'
import { pixelsOf } from './boxRule.ts'
import { photoFaults } from './photoTexts.ts'
import { sniff } from './sniffRule.ts'
import { turns } from './turns.ts'

/** Telephones take 12 to 48 megapixels. */
const MOST_PIXELS = 50_000_000
const MOST_SECONDS = 10
/** Decoding takes memory and a core. */
const AT_ONCE = 2
const QUALITY = { large: 82, small: 75 }

// Nothing but these three is ever decoded here, whatever a file pretends to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.concurrency(1)
// The same photo does not come again.
sharp.cache(false)

const inTurn = turns(AT_ONCE)

/**
 * A photo that somebody sent, written anew: upright, in two sizes, as JPEG without any metadata. The bytes that were sent end here.
 * @param mostSeconds for its decoding, as whole seconds; waiting for a turn is not counted
 * @returns or why it is not taken; `message` is German, `photoFaults` has the other languages
 */
export async function takePhoto(
  bytes: Uint8Array,
  mostSeconds = MOST_SECONDS,
): Promise<Result<TakenPhoto, PhotoFault>> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MOST_BYTES) return refused('too-large')
  const kind = sniff(bytes)
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return refused(kind)
  try {
    return { ok: true, value: await inTurn(() => written(bytes, mostSeconds)) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refused(faultOf(error.message))
  }
}

const refused = (cause: PhotoFault): { ok: false; cause: PhotoFault; message: string } => ({
  ok: false,
  cause,
  message: photoFaults.de[cause],
})

/** What libvips says; every other sentence of it means that it could not read the picture to its end. */
function faultOf(message: string): PhotoFault {
  if (/pixel limit/.test(message)) return 'too-many-pixels'
  return /timeout/.test(message) ? 'too-slow' : 'broken'
}

async function written(bytes: Uint8Array, mostSeconds: number): Promise<TakenPhoto> {
  const { data: large, info } = await upright(bytes, mostSeconds)
  // Of the large one: it is upright and small already.
  const small = await smallOf(large)
  return { large, small, width: info.width, height: info.height }
}

// `error`: what is cut off or damaged is refused; telephones make photos that only deserve a warning.
const LIMITS = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const

/** The large picture. Made small first and turned then: a whole photo on its side would lie in memory unpacked, and outside the time limit. */
async function upright(bytes: Uint8Array, seconds: number): Promise<{ data: Buffer; info: OutputInfo }> {
  const { orientation = 1 } = await sharp(bytes, LIMITS).metadata()
  const { data, info } = await shrunk(bytes, LARGE_SIDE)
    .timeout({ seconds })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const { angle, isMirrored } = TURNS[orientation] ?? AS_IT_IS
  return sharp(data, { raw: { width, height, channels } })
    .flop(isMirrored)
    .rotate(angle)
    .jpeg({ quality: QUALITY.large })
    .toBuffer({ resolveWithObject: true })
}

const AS_IT_IS = { angle: 0, isMirrored: false }
/** What the camera's note means (Exif 2.32, tag 0x0112): mirrored first, then turned clockwise. */
const TURNS: Readonly<Record<number, typeof AS_IT_IS>> = {
  2: { angle: 0, isMirrored: true },
  3: { angle: 180, isMirrored: false },
  4: { angle: 180, isMirrored: true },
  5: { angle: 270, isMirrored: true },
  6: { angle: 90, isMirrored: false },
  7: { angle: 90, isMirrored: true },
  8: { angle: 270, isMirrored: false },
}

const shrunk = (bytes: Uint8Array, side: number): Sharp =>
  sharp(bytes, LIMITS)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    // JPEG knows no transparency.
    .flatten({ background: 'white' })
    .toColourspace('srgb')

const smallOf = (large: Buffer): Promise<Buffer> =>
  shrunk(large, SMALL_SIDE).jpeg({ quality: QUALITY.small }).toBuffer()

/** The same photo with black boxes; the small one is made of the large one, so that nothing of what was there is left in it. */
export function blackened({ large, small }: Pictures, boxes: readonly Box[]): Promise<Pictures> {
  return inTurn(async () => {
    if (!large) return { large: null, small: await withBoxes(small, boxes, QUALITY.small) }
    const changed = await withBoxes(large, boxes, QUALITY.large)
    return { large: changed, small: await smallOf(changed) }
  })
}

async function withBoxes(bytes: Buffer, boxes: readonly Box[], quality: number): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS })
  const { width, height } = await image.metadata()
  const layers = boxes.flatMap((box) => {
    const part = pixelsOf(box, { width, height })
    const black = { width: part.width, height: part.height, channels: 3, background: 'black' } as const
    return part.width > 0 && part.height > 0
      ? [{ input: { create: black }, left: part.left, top: part.top }]
      : []
  })
  return image.composite(layers).jpeg({ quality }).toBuffer()
}
