import type { Box, PhotoSize, PhotoView } from '../../../src/reports/photos/contract.ts'
import { api, nothing } from '../../platform/api.ts'

const base = (reportId: string, id: string): string => `/api/v1/reports/${reportId}/photos/${id}`

/** Where a browser finds a picture; the version makes it look again after a change. Each look is in the audit trail. */
export const pictureAddress = (reportId: string, { id, version }: PhotoView, size: PhotoSize): string =>
  `${base(reportId, id)}/${size}?v=${version}`

export const photosApi = {
  release: (reportId: string, id: string, released: boolean) =>
    api.post(`${base(reportId, id)}/release`, nothing, { released }),
  blacken: (reportId: string, id: string, boxes: readonly Box[]) =>
    api.post(`${base(reportId, id)}/blacken`, nothing, { boxes }),
  delete: (reportId: string, id: string, reason: string) =>
    api.post(`${base(reportId, id)}/delete`, nothing, { reason }),
}
