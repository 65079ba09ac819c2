import { type QueryClient, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { MOST_BYTES, TOO_LARGE } from '../../src/cases/attachments/contract.ts'
import { announce } from '../platform/announce.ts'
import { isPassing, messageOf } from '../platform/apiError.ts'
import { addAttachment } from './queries.ts'

/** A file on its way into a case, or one that did not get there. */
export interface Upload {
  key: string
  caseId: string
  file: File
  /** How much has left, from 0 to 1; null while it waits. */
  share: number | null
  /** Why it did not get there. */
  failure: { sentence: string; worthRetrying: boolean } | null
}

/**
 * Outside the page: who goes on to the next callback meanwhile finds here what did not get through. With the other answers,
 * so that it leaves the memory when the account signs out.
 */
const uploadsQuery = queryOptions({
  queryKey: ['uploads'],
  queryFn: skipToken,
  initialData: [] satisfies Upload[] as readonly Upload[],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

function alter(client: QueryClient, to: (now: readonly Upload[]) => readonly Upload[]): void {
  client.setQueryData(uploadsQuery.queryKey, (now = []) => to(now))
}
const change = (client: QueryClient, key: string, to: Partial<Upload>): void =>
  alter(client, (now) => now.map((one) => (one.key === key ? { ...one, ...to } : one)))

export const dropUpload = (client: QueryClient, key: string): void =>
  alter(client, (now) => now.filter((one) => one.key !== key))

/** Sends files into a case, one after the other. */
export function sendFiles(client: QueryClient, caseId: string, files: readonly File[]): void {
  const added = files.map((file) => ({
    key: crypto.randomUUID(),
    caseId,
    file,
    share: null,
    failure: file.size > MOST_BYTES ? { sentence: TOO_LARGE, worthRetrying: false } : null,
  }))
  alter(client, (now) => [...now, ...added])
  for (const upload of added) if (!upload.failure) enqueue(client, upload)
}

export function retryUpload(client: QueryClient, upload: Upload): void {
  change(client, upload.key, { failure: null })
  enqueue(client, upload)
}

let queue: Promise<void> = Promise.resolve()

function enqueue(client: QueryClient, upload: Upload): void {
  queue = queue.then(() => send(client, upload))
}

async function send(client: QueryClient, { key, caseId, file }: Upload): Promise<void> {
  try {
    change(client, key, { share: 0 })
    const { name, joined } = await addAttachment(caseId, file, (share) => change(client, key, { share }))
    dropUpload(client, key)
    announce(joined ? `${file.name} war schon da, als ${name}.` : `${name} ist hinzugefügt.`)
  } catch (error) {
    const failure = { sentence: messageOf(error), worthRetrying: isPassing(error) }
    change(client, key, { share: null, failure })
    return
  }
  await readCaseAgain(client, caseId)
}

/** The case on its own page and inside its callback. */
export async function readCaseAgain(client: QueryClient, caseId: string): Promise<void> {
  const keys = [['cases', caseId], ['callbacks']]
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
}

/** The files on their way into this case. */
export const useUploads = (caseId: string): readonly Upload[] =>
  (useQuery(uploadsQuery).data ?? []).filter((one) => one.caseId === caseId)
