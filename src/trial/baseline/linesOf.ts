const LINE_FEED = 10

/**
 * The lines of a file, without their breaks; a byte that is not UTF-8 becomes U+FFFD. `cut` says whether the line that was
 * given last has no break behind it: then it may be half of one.
 */
export function linesOf(bytes: Uint8Array): { lines: AsyncIterable<string>; cut: () => boolean } {
  let cut = false
  async function* lines() {
    const decoder = new TextDecoder()
    for (let from = 0; from < bytes.length;) {
      const found = bytes.indexOf(LINE_FEED, from)
      cut = found === -1
      const end = cut ? bytes.length : found
      yield decoder.decode(bytes.subarray(from, end))
      from = end + 1
    }
  }
  return { lines: lines(), cut: () => cut }
}
