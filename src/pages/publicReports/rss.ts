import { createHash } from 'node:crypto'
import { xmlText } from '../../reports/index.ts'

export interface FeedItem {
  /** Stays the same as long as the item tells the same. */
  guid: string
  title: string
  link: string
  text: string
  at: Date
}

export interface Feed {
  title: string
  /** The page that shows the same. */
  link: string
  /** The feed's own address. */
  self: string
  description: string
  items: readonly FeedItem[]
}

/** RSS 2.0 as the RSS Advisory Board's profile wants it: absolute addresses, its own address in `atom:link`, dates by RFC 822. */
export function rssOf({ title, link, self, description, items }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title),
    element('link', link),
    element('description', description),
    element('language', 'de-DE'),
    `<atom:link href="${attribute(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemOf),
    '</channel></rss>\n',
  ].join('\n')
}

const itemOf = ({ guid, title, link, text, at }: FeedItem): string =>
  [
    '<item>',
    element('title', title),
    element('link', link),
    // Readers show it as HTML.
    element('description', xmlText(text)),
    element('pubDate', at.toUTCString()),
    `<guid isPermaLink="false">${xmlText(guid)}</guid>`,
    '</item>',
  ].join('')

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`
const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;')

/**
 * The feed as an answer: 304 where the reader has it already. Only the ETag decides, because a report that is not shown any more
 * makes a feed different, and not newer.
 * @param kind `personal`: nobody on the way may keep it
 */
export function feedAnswer(
  feed: Feed,
  ifNoneMatch: string | undefined,
  kind: 'general' | 'personal',
): Response {
  const body = rssOf(feed)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const newest = Math.max(0, ...feed.items.map(({ at }) => at.getTime()))
  const headers = {
    etag,
    'content-type': 'application/rss+xml; charset=utf-8',
    'cache-control': kind === 'personal' ? 'private, no-cache' : 'no-cache',
    ...(newest > 0 ? { 'last-modified': new Date(newest).toUTCString() } : {}),
    ...(kind === 'personal' ? { 'x-robots-tag': 'noindex' } : {}),
  }
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
