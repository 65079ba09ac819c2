import { convert } from 'html-to-text'

/** More nobody reads, and it would take long. */
const MOST_CHARACTERS = 2_000_000

/** What an HTML text says, in words: no pictures, no scripts, and where a link leads in brackets behind it. */
export const wordsOfHtml = (html: string): string =>
  convert(html, {
    wordwrap: false,
    limits: { maxInputLength: MOST_CHARACTERS },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ],
  })
