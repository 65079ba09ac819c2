import { Agent, request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Server } from './server.ts'

/** A signed-in account over connections that stay open; leaner than `fetch`, because it shares the cores with the server. */
export interface Client {
  cookie: string
  /** @throws Error with the answer for any status from 400 on */
  send(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<string>
  close(): void
}

/** Signs in one of the demo accounts. */
export async function signIn(server: Pick<Server, 'url' | 'demo'>, login: string): Promise<Client> {
  const account = server.demo.accounts.find((known) => known.login === login)
  if (!account) throw new Error(`no demo account ${login}`)
  const agent = new Agent({ keepAlive: true })
  const credentials = JSON.stringify({ login, password: account.password })
  const opened = await exchange(agent, 'POST', `${server.url}/api/v1/session`, '', credentials)
  await text(opened)
  const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0]
  if (!cookie) throw new Error(`sign-in of ${login}: ${opened.statusCode}`)
  return {
    cookie,
    async send(method, path, body) {
      const answer = await exchange(agent, method, server.url + path, cookie, body && JSON.stringify(body))
      const said = await text(answer)
      if ((answer.statusCode ?? 500) >= 400)
        throw new Error(`${method} ${path}: ${answer.statusCode} ${said}`)
      return said
    },
    close: () => agent.destroy(),
  }
}

function exchange(
  agent: Agent,
  method: string,
  url: string,
  cookie: string,
  body = '',
): Promise<IncomingMessage> {
  const headers = { cookie, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    request(url, { agent, method, headers }, resolve).on('error', reject).end(body)
  })
}
