import type { Platform } from '../../platform/context.ts'
import { KEPT_MS } from './limits.ts'
import { deleteRequests } from './requestStore.ts'

/** Deletes what was kept to know a request again. The promises stay. */
export const forgetRequests = ({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> =>
  deleteRequests(db, new Date(clock.now().getTime() - KEPT_MS))
