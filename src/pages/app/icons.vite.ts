import sharp from 'sharp'
import type { Plugin } from 'vite'
import { markSvg } from '../../platform/ui/mark.ts'
import { ICONS } from './icons.ts'

/** Draws the icons of the app from the mark. */
export function appIcons(): Plugin {
  return {
    name: 'app-icons',
    async buildStart() {
      for (const icon of ICONS) {
        const file = `${icon.name}.png`
        this.emitFile({
          type: 'asset',
          name: file,
          originalFileName: `icons/${file}`,
          source: await draw(icon),
        })
      }
    },
  }
}

function draw({ size, purpose }: (typeof ICONS)[number]): Promise<Buffer> {
  const svg = Buffer.from(markSvg(purpose === 'any' ? 'rounded' : 'full'))
  // As many dots per inch as bring the 32 units of the drawing to the size asked for.
  const picture = sharp(svg, { density: (72 * size) / 32 }).resize(size, size)
  return picture.png({ palette: true, effort: 10 }).toBuffer()
}
