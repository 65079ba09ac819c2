import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Words that stand in the metadata of `telling`, and nowhere in its picture. */
export const TOLD = ['Geheimkamera', 'XmpGeheim', 'KommentarGeheim', '<script>Anhang']

interface Kind {
  width?: number
  height?: number
  /** Another number, another picture. */
  seed?: number
}

/** Left red, right blue, with a stripe that the seed chooses. */
const picture = ({ width = 400, height = 200, seed = 0 }: Kind) => {
  const bytes = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const left = at % width < width / 2
    bytes[at * 3] = left ? 220 : 20
    bytes[at * 3 + 1] = Math.floor(at / width) % 64 < 8 ? (seed * 40) % 256 : 0
    bytes[at * 3 + 2] = left ? 20 : 220
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
}

export const jpeg = (kind: Kind = {}): Promise<Buffer> => picture(kind).jpeg({ quality: 90 }).toBuffer()
export const png = (kind: Kind = {}): Promise<Buffer> => picture(kind).png().toBuffer()
export const webp = (kind: Kind = {}): Promise<Buffer> => picture(kind).webp().toBuffer()

/** As a telephone held upright makes it: the sensor's picture lies on its side, and the file says much more than the picture does. */
export async function telling(orientation = 6): Promise<Buffer> {
  const file = await picture({})
    .jpeg()
    .withExif({
      IFD0: { Make: 'Geheimkamera', Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 37/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '7/1 31/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>XmpGeheim</note></x:xmpmeta>')
    .withIccProfile('p3')
    .withMetadata({ orientation })
    .toBuffer()
  const comment = Buffer.from('KommentarGeheim')
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment])
  // Behind the first two bytes a comment may stand; behind the end nobody looks.
  return Buffer.concat([
    file.subarray(0, 2),
    segment,
    file.subarray(2),
    Buffer.from('<script>Anhang</script>'),
  ])
}

/** The box that an iPhone's file begins with. */
export const heic = (brand = 'heic'): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'),
    Buffer.alloc(64),
  ])

export const svg = (): Buffer =>
  Buffer.from(
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  )

/** 256 megapixels of one colour in a few kilobytes. */
export function bomb(side = 16_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // One bit for each pixel.
  header[8] = 1
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side)
  return pngOf([chunk('IHDR', header), chunk('IDAT', deflateSync(rows))])
}

/** 49 megapixels of 16 bits, with transparency: as slow as what is small enough gets. */
export function heavy(orientation: number): Buffer {
  const side = 7_000
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([16, 6], 8)
  const rows = Buffer.alloc((side * 8 + 1) * side)
  // Exif 2.32: a big-endian TIFF of one entry, the orientation.
  const exif = Buffer.from('4d4d002a000000080001011200030000000100000000000000000000', 'hex')
  exif.writeUInt16BE(orientation, 18)
  return pngOf([
    chunk('IHDR', header),
    chunk('eXIf', exif.subarray(0, 26)),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
  ])
}

/** Another colour in each corner, as a camera writes it that was held so (1 to 8, Exif's tag 0x0112). */
export function corners(orientation: number): Promise<Buffer> {
  const [width, height] = [400, 200]
  const bytes = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    bytes[at * 3] = at % width < width / 2 ? 220 : 20
    bytes[at * 3 + 1] = at < (width * height) / 2 ? 220 : 20
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } })
    .jpeg()
    .withMetadata({ orientation })
    .toBuffer()
}

const pngOf = (chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ])

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
