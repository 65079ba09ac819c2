const KB = 1024
const MB = KB * KB

/** The size of a file as people say it: '1 kB', '840 kB', '2,4 MB'. What is less than one kB counts as one. */
export function sizeInWords(bytes: number): string {
  const kb = Math.max(1, Math.round(bytes / KB))
  if (kb < KB) return `${kb} kB`
  return `${(bytes / MB).toLocaleString('de-DE', { maximumFractionDigits: 1 })} MB`
}
