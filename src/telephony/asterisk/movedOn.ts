import { AriError } from './ari/client.ts'

/** 404, 409, 422 and 500 say that the telephone has moved on: a caller hung up, a softphone is gone. */
const MOVED_ON: readonly number[] = [404, 409, 422, 500]
/** A bridge says 400 where others say 404: one of the channels is gone. */
const CHANNEL_GONE = 'Channel not found'

/** The answer, or undefined when the telephone had moved on. @throws any other error */
export async function unlessMovedOn<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof AriError && hasMovedOn(error)) return undefined
    throw error
  }
}

const hasMovedOn = ({ status, message }: AriError): boolean =>
  MOVED_ON.includes(status) || (status === 400 && message.includes(CHANNEL_GONE))
