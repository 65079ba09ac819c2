import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NO_ASSETS, readSiteAssets } from './assets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fz-assets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readSiteAssets', () => {
  it('given no build, names nothing', () => {
    expect(readSiteAssets(folder)).toEqual(NO_ASSETS)
  })

  it('given a manifest, names the hashed files from the root', () => {
    const manifest = {
      'src/platform/ui/site.css': { file: 'assets/site-1.css', assets: ['assets/font-5.woff2'] },
      'src/platform/ui/enhance.ts': { file: 'assets/enhance-2.js', imports: ['_shared.js'] },
      '_shared.js': { file: 'assets/shared-3.js' },
      'src/pages/app/browser/report.ts': { file: 'assets/report-4.js', imports: ['_shared.js'] },
      'icons/icon-192.png': { file: 'assets/icon-192-6.png' },
    }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    expect(readSiteAssets(folder)).toEqual({
      css: '/assets/site-1.css',
      script: '/assets/enhance-2.js',
      scripts: { report: '/assets/report-4.js' },
      shell: [
        '/assets/site-1.css',
        '/assets/font-5.woff2',
        '/assets/enhance-2.js',
        '/assets/shared-3.js',
        '/assets/report-4.js',
      ],
      icons: { 'icon-192': '/assets/icon-192-6.png' },
    })
  })

  it('given a manifest that is none, refuses to start', () => {
    writeFileSync(join(folder, 'manifest.json'), '[1]')
    expect(() => readSiteAssets(folder)).toThrow(/expected record/)
  })
})
