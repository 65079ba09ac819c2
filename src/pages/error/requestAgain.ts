import type { Context as HonoContext } from 'hono'

/** What was asked for, so that one button can ask for it again. */
export interface RequestAgain {
  method: 'get' | 'post'
  /** Path and query. */
  address: string
  /** What a form had sent; nothing typed is lost. */
  fields: readonly (readonly [name: string, value: string])[]
}

export async function requestAgain(c: HonoContext): Promise<RequestAgain> {
  const url = new URL(c.req.url)
  const address = `${url.pathname}${url.search}`
  if (c.req.method !== 'POST') return { method: 'get', address, fields: [] }
  const form = await c.req.parseBody({ all: true })
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  )
  return { method: 'post', address, fields }
}
