import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSiteAssets } from './assets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fz-assets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readSiteAssets', () => {
  it('given no build, names nothing', () => {
    expect(readSiteAssets(folder)).toEqual({ css: null, script: null })
  })

  it('given a manifest, names the hashed files from the root', () => {
    const manifest = {
      'src/platform/ui/site.css': { file: 'assets/site-1.css' },
      'src/platform/ui/enhance.ts': { file: 'assets/enhance-2.js' },
    }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    expect(readSiteAssets(folder)).toEqual({ css: '/assets/site-1.css', script: '/assets/enhance-2.js' })
  })

  it('given a manifest that is none, refuses to start', () => {
    writeFileSync(join(folder, 'manifest.json'), '[1]')
    expect(() => readSiteAssets(folder)).toThrow(/expected record/)
  })
})
