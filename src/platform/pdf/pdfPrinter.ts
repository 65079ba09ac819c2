import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../problems.ts'

const run = promisify(execFile)
const LONGEST_MS = 40_000
/** So many files are kept; what is printed does not change under its key. */
const MOST_KEPT = 8

/** Where distributions put the browser. */
const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser that prints; null where none is installed. @param named a setting, which goes before */
export const findBrowser = (named: string | null): string | null =>
  [named, ...USUAL].find((path) => path !== null && existsSync(path)) ?? null

/**
 * Prints a page of this program as PDF, with the page's own print style sheet, by an installed Chromium: tagged, so that a
 * screen reader can read it. One at a time, because each takes 200 MB for a moment.
 */
export class PdfPrinter {
  readonly #browser: string
  readonly #address: () => string | null
  readonly #kept = new Map<string, Buffer>()
  #last: Promise<unknown> = Promise.resolve()

  /** @param address where this program listens, 'http://127.0.0.1:8080'; null before it does */
  constructor(browser: string, address: () => string | null) {
    this.#browser = browser
    this.#address = address
  }

  /**
   * @param page its address as it was asked for: the host tells whose page it is
   * @param key what it shows; under the same key the same file is given again
   * @throws Problem 503 when the browser does not print
   */
  async print(page: URL, key: string): Promise<Buffer> {
    const known = this.#kept.get(key)
    if (known) return known
    const turn = this.#last.then(() => this.#kept.get(key) ?? this.#printNow(page, key))
    this.#last = turn.catch(() => null)
    return turn
  }

  async #printNow(page: URL, key: string): Promise<Buffer> {
    const address = this.#address()
    if (!address) throw notPrinted(null)
    const folder = await mkdtemp(join(tmpdir(), 'freizeichen-pdf-'))
    try {
      const file = join(folder, 'page.pdf')
      await run(this.#browser, argumentsFor(page, new URL(address), folder, file), { timeout: LONGEST_MS })
      const pdf = await readFile(file)
      const [oldest] = this.#kept.keys()
      if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
      this.#kept.set(key, pdf)
      return pdf
    } catch (error) {
      throw notPrinted(error)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Whatever name the page has, it comes from here; nothing else is fetched. */
function argumentsFor(page: URL, own: URL, folder: string, file: string): string[] {
  const asked = new URL(page)
  asked.protocol = 'http:'
  return [
    '--headless',
    // As root it has no sandbox; it shows nobody's page but ours.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--host-resolver-rules=MAP * ${own.host}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${file}`,
    asked.href,
  ]
}

const notPrinted = (cause: unknown): Problem =>
  new Problem(
    503,
    'not-printed',
    'Das PDF ließ sich gerade nicht herstellen. Sie können die Seite selbst drucken.',
    {},
    { cause, retryAfterSeconds: 60 },
  )
