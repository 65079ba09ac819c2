/** A small file of each kind, and what none is. */
export const pdf = (what = 'x'): Buffer => Buffer.from(`%PDF-1.7\n${what}\n%%EOF\n`)
export const png = (what = 'x'): Buffer => Buffer.from(`\x89PNG\r\n\x1a\n${what}`, 'latin1')
export const exe = (): Buffer => Buffer.from('MZ\x90\0\x03', 'latin1')
