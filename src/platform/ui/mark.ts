/** Of the mark's ground, and of a window's frame around these pages. */
export const MARK_COLOR = '#2044aa'

/**
 * Two arcs over a point, in the accent colour: a tone that is heard. `full`: for systems that cut their own shape out of it, so
 * the ground reaches the edges and the mark stays within the middle four fifths (W3C: the safe zone of a maskable icon).
 */
export function markSvg(shape: 'rounded' | 'full'): string {
  const corner = shape === 'rounded' ? ' rx="6"' : ''
  const size = shape === 'rounded' ? '' : ' transform="translate(16 16) scale(.75) translate(-16 -17)"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"${corner} fill="${MARK_COLOR}"/><g${size}><g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M6 17a10 10 0 0 1 20 0"/><path d="M11 19a5 5 0 0 1 10 0"/></g><circle cx="16" cy="22" r="2.5" fill="#fff"/></g></svg>`
}
