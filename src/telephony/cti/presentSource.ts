import type { CtiSourceView } from './contract.ts'
import type { CtiSourceRow } from './store.ts'

export const presentSource = (row: CtiSourceRow): CtiSourceView => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  publicKey: row.public_key,
  signatureRequired: row.signature_required,
  active: row.active,
  createdAt: row.created_at.toISOString(),
})

/** Where a telephone system of this kind sends its events. */
export const ctiPath = (kind: 'generic' | 'sipgate', token: string): string =>
  kind === 'sipgate' ? `/api/cti/sipgate/${token}` : `/api/cti/${token}`
