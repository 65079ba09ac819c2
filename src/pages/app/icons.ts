/** The mark as pictures of so many pixels; `maskable` ones are cut into the system's own shape. Drawn when the pages are built. */
export const ICONS = [
  { name: 'icon-192', size: 192, purpose: 'any' },
  { name: 'icon-512', size: 512, purpose: 'any' },
  { name: 'icon-maskable-192', size: 192, purpose: 'maskable' },
  { name: 'icon-maskable-512', size: 512, purpose: 'maskable' },
] as const
