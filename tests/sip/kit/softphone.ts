import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { root } from '../../../src/root.ts'

/** Headless Chromium with a microphone that plays a tone and asks nobody. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}

/** A server with one page: a softphone that a test steers. The caller attaches `/phone`. */
export async function serveSoftphone(): Promise<{ server: Server; url: string; close(): Promise<void> }> {
  const script = await bundle()
  const server = createServer((request, response) => {
    const isScript = request.url === '/softphone.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(
      isScript
        ? script
        : '<!doctype html><title>Softphone</title><body><script type=module src=/softphone.js></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    server,
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function bundle(): Promise<string> {
  return bundlePage('softphone.page.js', 'es')
}

/** A script of this folder with its libraries; as `iife` it can be put into any page. */
export async function bundlePage(file: string, format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"test"', global: 'globalThis' },
    build: {
      write: false,
      lib: { entry: join(root, 'tests/sip/kit', file), formats: [format], name: 'page' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('the softphone page was not built')
  return chunk.code
}

interface SoftphoneState {
  registered: boolean
  ringing: boolean
  purposes: string[]
}

const STATE = '(({ registered, ringing, purposes }) => ({ registered, ringing, purposes }))(softphone)'

/** Steers the page's softphone from the test. */
export function softphoneOn(page: Page) {
  const state = () => page.evaluate<SoftphoneState>(STATE)
  return {
    state,
    async until(holds: (state: SoftphoneState) => boolean, withinMs = 30_000): Promise<void> {
      const end = performance.now() + withinMs
      while (!holds(await state())) {
        if (performance.now() > end) throw new Error(`softphone: ${JSON.stringify(await state())}`)
        await page.waitForTimeout(50)
      }
    },
    start: (account: { url: string; uri: string; user: string; password: string }) =>
      page.evaluate(`softphone.start(${JSON.stringify(account)})`),
    answer: () => page.evaluate('void softphone.answer()'),
    decline: () => page.evaluate('void softphone.decline()'),
    hangUp: () => page.evaluate('void softphone.hangUp()'),
    answerAll: (all: boolean) => page.evaluate(`void (softphone.answerAll = ${all})`),
    packets: () => page.evaluate<{ received: number; sent: number }>('softphone.packets()'),
  }
}
