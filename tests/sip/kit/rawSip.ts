import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Lab } from './lab.ts'

/** Sends one SIP request from `ip` as a stranger would. @returns the status of the first answer; null when none comes */
export async function askAs(
  { sip }: Lab,
  ip: string,
  method: 'INVITE' | 'REGISTER',
  user: string,
): Promise<number | null> {
  const [host = '', port = ''] = sip.split(':')
  const socket = createSocket('udp4')
  socket.bind(0, ip)
  await once(socket, 'listening')
  const { port: own } = socket.address()
  const branch = `z9hG4bK-${process.hrtime.bigint()}`
  const request = [
    `${method} sip:${method === 'REGISTER' ? host : `${user}@${host}`} SIP/2.0`,
    `Via: SIP/2.0/UDP ${ip}:${own};branch=${branch};rport`,
    `From: <sip:${user}@${host}>;tag=${branch}`,
    `To: <sip:${user}@${host}>`,
    `Call-ID: ${branch}`,
    `CSeq: 1 ${method}`,
    `Contact: <sip:${user}@${ip}:${own}>`,
    'Max-Forwards: 70',
    'Content-Length: 0',
  ].join('\r\n')
  const answered = once(socket, 'message', { signal: AbortSignal.timeout(3_000) }).then(
    ([message]) => Number(/^SIP\/2\.0 (\d{3})/.exec(String(message))?.[1]),
    () => null,
  )
  socket.send(`${request}\r\n\r\n`, Number(port), host)
  const status = await answered
  socket.close()
  return status
}
