import { MARK_COLOR } from '../../platform/ui/mark.ts'
import { HTML_LANG } from '../../platform/ui/language.ts'
import type { Visit } from '../visit.ts'
import { ICONS } from './icons.ts'
import { appTexts } from './texts.ts'

/** `GET /app/manifest.webmanifest`: what a device needs to keep the reporting pages among its programs (W3C Web Application Manifest). */
export async function showManifest({ c, city, frame }: Visit): Promise<Response> {
  const { name, shortName, description } = appTexts[frame.lang]
  const manifest = {
    id: '/melden',
    name: name(city.title),
    short_name: shortName(city.name),
    description,
    lang: HTML_LANG[frame.lang],
    dir: 'ltr',
    start_url: '/melden',
    scope: '/',
    display: 'standalone',
    theme_color: MARK_COLOR,
    background_color: '#ffffff',
    icons: ICONS.flatMap(({ name, size, purpose }) => {
      const src = frame.assets.icons[name]
      return src ? [{ src, sizes: `${size}x${size}`, type: 'image/png', purpose }] : []
    }),
  }
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Language')
  return c.body(JSON.stringify(manifest), 200, { 'content-type': 'application/manifest+json; charset=utf-8' })
}
