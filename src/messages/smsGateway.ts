import type { SmsConfig } from '../config.ts'
import type { Way } from './channels.ts'
import type { Delivery } from './model.ts'

const TRY_MS = 30_000

/**
 * One HTTP gateway of any provider: `POST` of `{to, text, reference}` as JSON with a bearer token (docs/messages.md).
 * `reference` stays the same when a message is sent again, so that a gateway can leave out the second one.
 */
export function connectSms({ url, token }: SmsConfig): Way {
  return {
    async send({ id, recipient }, { text }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify({ to: recipient, text, reference: id }),
          redirect: 'error',
          signal: AbortSignal.timeout(TRY_MS),
        })
        await response.body?.cancel()
        return answered(response.status)
      } catch (error) {
        if (!(error instanceof Error)) throw error
        return { ok: false, forGood: false, code: null }
      }
    },
    close: () => undefined,
  }
}

/** A wrong number is for good; a wrong token, a busy gateway and its faults pass. */
function answered(status: number): Delivery {
  if (status >= 200 && status < 300) return { ok: true }
  return { ok: false, forGood: [400, 404, 410, 422].includes(status), code: status }
}
