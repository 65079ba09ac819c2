/** A mail as bytes; a line of its head that is null is left out. */
export function aMail(
  head: Readonly<Record<string, string | null>> = {},
  body: string | Buffer = 'Vor Hausnummer 5 ist es dunkel.\r\n',
): Buffer {
  const usual = {
    From: 'Jana Beispiel <jana@example.org>',
    To: 'buergertelefon@stadt.example',
    Subject: 'Laterne',
    'Message-ID': '<1@example.org>',
    Date: 'Mon, 23 Nov 2026 09:00:00 +0100',
    'Content-Type': 'text/plain; charset=utf-8',
  }
  const lines = Object.entries({ ...usual, ...head }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  )
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
}

/** Several parts, each with its head as text. */
export function parts(...given: readonly { head: string; body: string }[]): { type: string; body: string } {
  const all = given.map(({ head, body }) => `--grenze\r\n${head}\r\n\r\n${body}\r\n`).join('')
  return { type: 'multipart/mixed; boundary=grenze', body: `${all}--grenze--\r\n` }
}
