// search in the catalogue per keystroke, in process and over HTTP, with 76 and with 1,000 services
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Service } from '../src/catalogue/index.ts'
import { relevance } from '../src/catalogue/relevance.testkit.ts'
import { startBareHono } from './kit/bareHono.ts'
import { built, long, root } from './kit/built.ts'
import { mean, median, ms, percentile } from './kit/numbers.ts'
import { report, type Row } from './kit/report.ts'
import { withServer } from './kit/server.ts'

const QUERIES = 100
const MOST_HITS = 20
const ROUNDS = long ? 15 : 3

type Find = (query: string) => unknown

const { buildIndex, search } = await built<typeof import('../src/catalogue/index.ts')>('catalogue/index.js')
const catalogue: Service[] = JSON.parse(readFileSync(join(root, 'src/catalogue/services.json'), 'utf8'))

/** Every state of the search field while the queries that the relevance test knows are typed. */
const keystrokes = relevance
  .filter((_, position) => position % 2 === 0)
  .slice(0, QUERIES)
  .flatMap(([query]) => Array.from(query, (_, end) => query.slice(0, end + 1)))

/** Each further round of the catalogue gets a compound of its own, so that the vocabulary grows with the services. */
const PREFIXES =
  'Kinder Gewerbe Bau Markt Wald Wasser Jugend Senioren Sport Kultur Garten Hafen Schul Reise'.split(' ')

function blownUp(size: number): Service[] {
  const rounds = ['', ...PREFIXES].slice(0, Math.ceil(size / catalogue.length))
  const all = rounds.flatMap((prefix) => catalogue.map((service) => compounded(service, prefix)))
  if (all.length < size) throw new Error(`too few prefixes for ${size} services`)
  return all.slice(0, size)
}

function compounded(service: Service, prefix: string): Service {
  if (prefix === '') return service
  const compound = (text: string) => text.replaceAll(/\p{L}{5,}/gu, (word) => prefix + word.toLowerCase())
  return {
    ...service,
    id: `${service.id}-${prefix.toLowerCase()}`,
    name: compound(service.name),
    plainName: compound(service.plainName),
    synonyms: service.synonyms.map(compound),
  }
}

/** The least a search can do: every typed word occurs somewhere; no order, no typing errors, no umlauts spelt out. */
function naive(services: readonly Service[]): Find {
  const texts = services.map(({ name, plainName, synonyms }) =>
    [name, plainName, ...synonyms].join('\n').toLowerCase(),
  )
  return (query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    return services.filter((_, at) => words.every((word) => texts[at]?.includes(word))).slice(0, MOST_HITS)
  }
}

/** For each text the median of the rounds: a round in which the machine did something else does not count. */
async function measure(find: Find, texts: readonly string[]): Promise<number[]> {
  const rounds: number[][] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const times: number[] = []
    for (const text of texts) {
      const begun = performance.now()
      await find(text)
      times.push(performance.now() - begun)
    }
    // The first round warms up.
    if (round > 0) rounds.push(times)
  }
  return texts.map((_, position) => median(rounds.map((times) => times[position] ?? Number.NaN)))
}

function rowsFor(what: string, ours: readonly number[], peer: readonly number[], against: string): Row[] {
  const row = (name: string, of: (times: readonly number[]) => number): Row => ({
    what: `${what}, ${name}`,
    figure: ms(of(ours)),
    against: `${against}: ${ms(of(peer))}`,
    ratio: of(ours) / of(peer),
  })
  return [
    row('p50', (times) => percentile(times, 0.5)),
    row('p99', (times) => percentile(times, 0.99)),
    row('mean', mean),
  ]
}

const rows: Row[] = []
for (const size of [catalogue.length, 1000]) {
  const services = blownUp(size)
  const index = buildIndex(services)
  const ours = await measure((text) => search(index, text, MOST_HITS), keystrokes)
  rows.push(...rowsFor(`${size} services`, ours, await measure(naive(services), keystrokes), 'includes scan'))
}

await withServer(async ({ url }) => {
  const answer = async (address: string) => (await fetch(address)).arrayBuffer()
  const some = keystrokes.filter((_, position) => position % 2 === 0)
  const searched = await measure(
    (text) => answer(`${url}/api/v1/services?q=${encodeURIComponent(text)}`),
    some,
  )
  const peer = await startBareHono()
  const bare = await measure(() => answer(peer.url), some)
  await peer.stop()
  rows.push(...rowsFor(`HTTP, ${catalogue.length} services`, searched, bare, 'bare Hono'))
})

report('catalogue: search per keystroke', rows, [
  `${keystrokes.length} keystrokes of ${QUERIES} queries, for each the median of ${ROUNDS} rounds after one to warm up. The scan finds no typing errors, no stems, no compound words and gives no order.`,
])
