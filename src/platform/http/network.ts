import { isIPv4, isIPv6 } from 'node:net'

/**
 * The networks an address stands for, the narrowest first: an IPv4 address itself; of IPv6 the /64 that one household or
 * telephone gets, and the /48 that whoever has many of them usually got at once. None for this machine itself and
 * where no address is known: then all who come cannot be told apart, such as behind a proxy that is not trusted.
 */
export function networksOf(address: string): string[] {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIPv4(plain)) return plain.startsWith('127.') ? [] : [plain]
  if (!isIPv6(plain)) return address === '' ? [] : ['unreadable']
  const groups = groupsOf(plain)
  if (groups.slice(0, 7).every((group) => group === '0') && groups[7] === '1') return []
  return [`${groups.slice(0, 4).join(':')}::/64`, `${groups.slice(0, 3).join(':')}::/48`]
}

/** Eight groups without leading noughts. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const missing = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const all = tail === undefined ? left : [...left, ...missing, ...right]
  return all.map((group) => group.replace(/^0+(?=.)/, ''))
}
