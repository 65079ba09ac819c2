import type { z } from 'zod'
import { answerIn } from './api.ts'
import { noConnection } from './apiError.ts'

/** 10 MB over a slow line from the home office take minutes. */
const TIMEOUT_MS = 5 * 60_000

/**
 * Sends a file as it is and tells how far it has come, which `fetch` cannot.
 * @param onShare how much has left, from 0 to 1
 * @throws ApiError with a German sentence
 */
export function sendFile<T>(
  path: string,
  file: Blob,
  answer: z.ZodType<T>,
  onShare: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (event: Event) => reject(noConnection(event.type))
    request.open('POST', path)
    request.timeout = TIMEOUT_MS
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0),
    )
    for (const end of ['error', 'timeout', 'abort'] as const) request.addEventListener(end, fail)
    request.addEventListener('load', () => {
      try {
        resolve(answerIn({ status: request.status, text: request.responseText }, answer))
      } catch (error) {
        reject(error)
      }
    })
    request.send(file)
  })
}
