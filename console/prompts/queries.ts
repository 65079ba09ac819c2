import { queryOptions } from '@tanstack/react-query'
import { promptsView } from '../../src/telephony/prompts/contract.ts'
import { api, nothing } from '../platform/api.ts'

const base = '/api/v1/prompts'

export const promptsQuery = queryOptions({
  queryKey: ['prompts'],
  queryFn: ({ signal }) => api.get(base, promptsView, { signal }),
  select: ({ prompts }) => prompts,
})

/** Which announcement: its language and its name. */
export interface PromptId {
  lang: string
  name: string
}

export const soundAddress = ({ lang, name }: PromptId): string => `${base}/${lang}/${name}/sound`

export const promptsApi = {
  upload: (id: PromptId, file: Blob) => api.put(soundAddress(id), nothing, file),
  reset: (id: PromptId) => api.delete(soundAddress(id), nothing),
}
