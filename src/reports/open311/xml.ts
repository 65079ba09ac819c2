/** What an answer holds; objects and lists become elements. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value | undefined }

/** What one thing of a list is called. */
const ITEM: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_requests_updates: 'request_update',
  service_request_updates: 'request_update',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/**
 * An XML 1.0 document with everything of `value` in it. Characters that XML does not know are left out: one of them makes
 * a whole list unreadable for strict parsers.
 */
export const xmlOf = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`

function element(name: string, value: Value): string {
  const inner = Array.isArray(value)
    ? value.map((item) => element(ITEM[name] ?? 'item', item)).join('')
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, part]) => (part === undefined ? '' : element(key, part)))
          .join('')
      : xmlText(value)
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
}

/** By XML 1.0, section 2.2: what is no `Char`. */
const NO_CHAR = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A value as the text of an element. */
export const xmlText = (value: unknown): string =>
  value === null
    ? ''
    : String(value)
        .toWellFormed()
        .replaceAll(NO_CHAR, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;')
