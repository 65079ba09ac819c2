// What people and programs send may hold signs that nobody sees: PostgreSQL refuses NUL, XML 1.0 most control characters, and
// bidirectional controls make a text read differently from what it says.
const UNSEEN = /[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu

/** A text of several lines without what cannot be stored, sent as XML or seen; lines end with a line feed. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(UNSEEN, '').normalize('NFC').trim()

/** The same in one line. */
export const cleanLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ')
