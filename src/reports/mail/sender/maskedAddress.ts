/** An e-mail address so that only who knows it knows it again: 'j…@example.org'. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address.slice(0, Math.max(at, 0))
  return `${first}…${address.slice(at)}`
}
