import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** A headless Chromium of this machine: CHROMIUM, or where the distributions put it; null when there is none. */
export function startBrowser(): Promise<Browser> | null {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = [process.env['CHROMIUM'] ?? '', ...places].find((path) => existsSync(path))
  if (!executablePath) return null
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, headless: true, args: [...args, ...quiet] })
}
