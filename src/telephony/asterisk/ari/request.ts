// One ARI request. What is not 2xx becomes an AriError: 404, 409, 422 and 500 "Allocation failed" are
// normal in telephony (the caller hung up meanwhile, the softphone is not there), so callers look at `status`.

export type Access = { url: string; user: string; password: string }

export class AriError extends Error {
  /** HTTP status; 0 when Asterisk was not reached or did not answer in time. */
  readonly status: number
  readonly operation: string

  constructor(operation: string, status: number, detail: string, options?: ErrorOptions) {
    super(`${operation}: ${status} ${detail}`, options)
    this.name = 'AriError'
    this.status = status
    this.operation = operation
  }
}

const answerWithin = 5_000

export async function sendRequest(access: Access, operation: string, params: object): Promise<unknown> {
  const { method, path, json } = split(operation, params)
  let response: Response
  try {
    response = await fetch(`${access.url}${path}`, {
      method,
      headers: {
        authorization: basicAuth(access),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(answerWithin),
    })
  } catch (cause) {
    throw new AriError(operation, 0, 'not reached', { cause })
  }
  if (!response.ok) throw new AriError(operation, response.status, await errorText(response))
  if (response.headers.get('content-type')?.startsWith('application/json')) return await response.json()
  return response.status === 204 ? undefined : await response.arrayBuffer()
}

export function basicAuth({ user, password }: Access): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** Parameters named in the path go there, `json` is the body, the rest is the query. */
export function split(operation: string, params: object): { method: string; path: string; json: unknown } {
  const [method = '', template = ''] = operation.split(' ')
  const rest = new Map<string, unknown>(Object.entries(params))
  const json = rest.get('json')
  rest.delete('json')
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    if (typeof value !== 'string' || value === '') throw new TypeError(`${operation} needs ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of rest) if (value !== undefined) query.set(name, String(value)) // lists: comma
  return { method, path: query.size > 0 ? `${path}?${query}` : path, json }
}

async function errorText(response: Response): Promise<string> {
  const text = await response.text()
  return text.slice(0, 200)
}
