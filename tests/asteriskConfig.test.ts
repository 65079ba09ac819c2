import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { root } from '../src/root.ts'

const folder = join(root, 'deploy/asterisk')
const target = mkdtempSync(join(tmpdir(), 'freizeichen-asterisk-'))
afterEach(() => rmSync(target, { recursive: true, force: true }))

function render(settings: Record<string, string>) {
  const trunk = {
    ARI_PASSWORD: 'geheim',
    TRUNK: join(folder, 'trunk.example.conf'),
    TRUNK_ADDRESSES: '192.0.2.10',
  }
  const env = { PATH: process.env['PATH'], ...trunk, ...settings }
  return spawnSync(join(folder, 'render.sh'), [target], { env, encoding: 'utf8' })
}

it('given no ports for sound, takes a thousand that browsers speak to', () => {
  expect(render({})).toMatchObject({ status: 0 })
  expect(readFileSync(join(target, 'rtp.conf'), 'utf8')).toMatch(/^rtpstart = 12000\nrtpend = 12999$/m)
})

it('given ports with one that browsers refuse among them, says so and writes nothing', () => {
  const { status, stderr } = render({ RTP_START: '10000', RTP_END: '10999' })
  expect(status).toBe(1)
  expect(stderr).toContain('10080')
  expect(() => readFileSync(join(target, 'rtp.conf'))).toThrow('ENOENT')
})
