import type { CtiSourceView } from '../../src/telephony/cti/contract.ts'

export const KINDS = {
  generic: 'Allgemein (Zammad-Format)',
  sipgate: 'sipgate.io',
} as const satisfies Record<CtiSourceView['kind'], string>
