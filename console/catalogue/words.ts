import type { CatalogueEntryView } from '../../src/catalogue/contract.ts'

export const CHANNELS = {
  'in-person': 'nur persönlich',
  mixed: 'kommt auf den Fall an',
  phone: 'am Telefon',
  email: 'per E-Mail',
  online: 'online',
} as const satisfies Record<CatalogueEntryView['channel'], string>

export const RESPONSIBLE = {
  city: 'die Stadt',
  shared: 'die Stadt mit einer anderen Stelle',
  other: 'eine andere Stelle',
  'to be set by the city': 'noch festzulegen',
} as const satisfies Record<CatalogueEntryView['responsible'], string>
