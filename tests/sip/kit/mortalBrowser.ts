import { readdirSync, readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { FLAGS } from '../../kit/browser.ts'

/** A browser that can die or fall asleep with its whole computer. */
export interface MortalBrowser {
  browser: Browser
  /** No page is asked, nobody says good-bye. */
  kill(): Promise<void>
  /** As a closed lid: every process stands still, every connection stays open. */
  fallAsleep(): void
  /** As the browser does with pages behind others: their scripts stand still, the browser itself goes on. */
  freezePages(): void
  wakeUp(): void
}

export async function launchMortalBrowser(): Promise<MortalBrowser> {
  const server = await chromium.launchServer({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
  })
  const browser = await chromium.connect(server.wsEndpoint())
  const { pid = 0 } = server.process()
  let isDead = false
  const signalAll = (signal: NodeJS.Signals): void => {
    for (const id of [pid, ...descendantsOf(pid)]) process.kill(id, signal)
  }
  return {
    browser,
    async kill() {
      if (isDead) return
      isDead = true
      signalAll('SIGCONT')
      await server.kill()
    },
    fallAsleep: () => signalAll('SIGSTOP'),
    freezePages() {
      for (const id of descendantsOf(pid).filter(isPage)) process.kill(id, 'SIGSTOP')
    },
    wakeUp: () => signalAll('SIGCONT'),
  }
}

function descendantsOf(pid: number): number[] {
  const children = processes().filter((process) => process.parent === pid)
  return children.flatMap((child) => [child.id, ...descendantsOf(child.id)])
}

const isPage = (id: number): boolean =>
  readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')

function processes(): { id: number; parent: number }[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.map((id) => ({ id: Number(id), parent: parentOf(id) }))
}

/** 0 for a process that ended meanwhile. */
function parentOf(id: string): number {
  try {
    // The name before it, in brackets, may hold anything.
    const [, , parent] = readFileSync(`/proc/${id}/stat`, 'utf8').split(')').at(-1)?.split(' ') ?? []
    return Number(parent)
  } catch {
    return 0
  }
}
