import type { Feed } from './feed.ts'

/** Somebody who reads a feed over a connection. */
export interface FeedConnection {
  /** Resolves when the reader has taken it. */
  write(text: string): Promise<unknown>
  drop(): void
}

interface Reader extends FeedConnection {
  place: number
  /** When the write began that has not ended; `performance.now()`. */
  writingSince: number | null
}

export interface FeedTimes {
  /** Changes are told at most this often. */
  pauseMs: number
  heartbeatMs: number
  /** A reader who takes nothing for so long is let go. */
  patienceMs: number
}

/**
 * Tells a feed to its readers as server-sent events. A reader costs a number and at most one write under way: whoever is slow
 * misses what was replaced meanwhile and gets the newest.
 */
export class FeedReaders {
  readonly #feed: Feed
  readonly #times: FeedTimes
  readonly #readers = new Set<Reader>()
  #flush: NodeJS.Timeout | null = null
  #heartbeat: NodeJS.Timeout | null = null

  constructor(feed: Feed, times: FeedTimes) {
    this.#feed = feed
    this.#times = times
  }

  /** @param lastId what the reader has seen, from an earlier connection @returns how to leave */
  join(connection: FeedConnection, lastId: string | null, hello: string): () => void {
    const known = lastId === null ? this.#feed.last : this.#feed.placeOf(lastId)
    const reader: Reader = { ...connection, place: known ?? -1, writingSince: null }
    this.#readers.add(reader)
    this.#heartbeat ??= setInterval(() => this.#beat(), this.#times.heartbeatMs)
    const greeting = known === null ? '' : `id: ${this.#feed.idOf(known)}\nevent: ready\ndata: {}\n\n`
    void this.#write(reader, `${hello}${greeting}`)
    return () => this.#leave(reader)
  }

  /** The feed has something new. */
  changed(): void {
    if (this.#readers.size > 0) this.#flush ??= setTimeout(() => this.#tell(), this.#times.pauseMs)
  }

  #tell(): void {
    this.#flush = null
    // Most readers stand at the same place.
    const texts = new Map<number, string>()
    for (const reader of this.#readers) {
      if (reader.writingSince !== null || reader.place === this.#feed.last) continue
      const text = texts.get(reader.place) ?? this.#textSince(reader.place)
      texts.set(reader.place, text)
      this.#bringUp(reader, text)
    }
  }

  #bringUp(reader: Reader, text: string): void {
    reader.place = this.#feed.last
    void this.#write(reader, text)
  }

  #textSince(place: number): string {
    const entries = this.#feed.since(place)
    if (entries === null) return `id: ${this.#feed.idOf(this.#feed.last)}\nevent: all\ndata: {}\n\n`
    return entries.map(({ id, event, data }) => `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`).join('')
  }

  async #write(reader: Reader, text: string): Promise<void> {
    reader.writingSince = performance.now()
    await reader.write(text)
    reader.writingSince = null
    // Something came while it was slow: at once, lest a heartbeat comes before it again and again.
    if (reader.place !== this.#feed.last && this.#readers.has(reader))
      this.#bringUp(reader, this.#textSince(reader.place))
  }

  #beat(): void {
    const now = performance.now()
    for (const reader of this.#readers) {
      if (reader.writingSince === null) void this.#write(reader, ': \n\n')
      else if (now - reader.writingSince > this.#times.patienceMs) reader.drop()
    }
  }

  #leave(reader: Reader): void {
    this.#readers.delete(reader)
    if (this.#readers.size > 0) return
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    if (this.#flush) clearTimeout(this.#flush)
    this.#heartbeat = null
    this.#flush = null
  }
}
