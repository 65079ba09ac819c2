import { AriError } from './ari/client.ts'

/** 404, 409, 422 and 500 say that the telephone has moved on: a caller hung up, a softphone is gone. */
const MOVED_ON: readonly number[] = [404, 409, 422, 500]

/** The answer, or undefined when the telephone had moved on. @throws any other error */
export async function unlessMovedOn<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof AriError && MOVED_ON.includes(error.status)) return undefined
    throw error
  }
}
