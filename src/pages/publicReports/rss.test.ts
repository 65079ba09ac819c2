import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Feed, feedAnswer, rssOf } from './rss.ts'

const feed = (text: string): Feed => ({
  title: 'Meldungen',
  link: 'https://stadt.example/meldungen',
  self: 'https://stadt.example/meldungen.rss?q=a&stand=offen',
  description: 'x',
  items: [
    {
      guid: 'LU-1',
      title: text,
      link: 'https://stadt.example/meldungen/LU-1',
      text,
      at: new Date('2026-11-23T08:00:00.123Z'),
    },
  ],
})

test('given an item, its date is of RFC 822, its guid is no address, and markup is shown as it was typed', () => {
  const xml = rssOf(feed('a <b> & c'))
  expect(xml).toContain('<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>')
  expect(xml).toContain('<guid isPermaLink="false">LU-1</guid>')
  expect(xml).toContain('<title>a &lt;b&gt; &amp; c</title>')
  expect(xml).toContain('<description>a &amp;lt;b&amp;gt; &amp;amp; c</description>')
  expect(xml).toContain('href="https://stadt.example/meldungen.rss?q=a&amp;stand=offen"')
})

test('for any text, the feed holds legal characters only and no element that was not ours', () => {
  const elements = (xml: string): string[] => xml.match(/<[^>]*>/g) ?? []
  const plain = elements(rssOf(feed('x')))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const xml = rssOf(feed(typed))
      expect(xml).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u)
      expect(elements(xml)).toEqual(plain)
    }),
  )
})

test('given the tag of what is there, nothing is sent again; given another content, it is', async () => {
  const first = feedAnswer(feed('a'), undefined, 'general')
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('last-modified')).toBe('Mon, 23 Nov 2026 08:00:00 GMT')
  expect(feedAnswer(feed('a'), `"x", W/${tag}`, 'general').status).toBe(304)
  expect(feedAnswer(feed('b'), tag, 'general').status).toBe(200)
})
