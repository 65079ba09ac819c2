// The telephone company at the far end of the trunk: says that it is there when it is asked, and carries calls on.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Lab } from './lab.ts'

/** Where calls are carried on to: SIPp plays the citizen there. */
const CITIZEN_PORT = 5072

export interface Company {
  /** The same lab, with the citizen's telephone where this company reaches it. */
  lab: Lab
  /** From now on nothing is answered and nothing is carried on. */
  fallSilent(): void
  comeBack(): void
  close(): Promise<void>
}

/** Takes the address to which the lab's trunk leads. */
export async function openCompany(lab: Lab): Promise<Company> {
  const [ip = '', port = ''] = lab.callee.split(':')
  const [asteriskIp = '', asteriskPort = ''] = lab.sip.split(':')
  const socket = createSocket('udp4')
  let isThere = true
  socket.bind(Number(port), ip)
  await once(socket, 'listening')
  socket.on('message', (message, from) => {
    if (!isThere) return
    const isFromCity = from.address === asteriskIp && from.port === Number(asteriskPort)
    const question = isFromCity ? message.toString('latin1') : ''
    if (question.startsWith('OPTIONS ')) socket.send(yes(question), from.port, from.address)
    else if (isFromCity) socket.send(message, CITIZEN_PORT, ip)
    else socket.send(message, Number(asteriskPort), asteriskIp)
  })
  return {
    lab: { ...lab, callee: `${ip}:${CITIZEN_PORT}` },
    fallSilent: () => void (isThere = false),
    comeBack: () => void (isThere = true),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}

function yes(question: string): string {
  const named = /^(?:Via|From|To|Call-ID|CSeq):.*$/gim
  const same = (question.match(named) ?? []).map((line) => line.replace(/^(To:.*)$/i, '$1;tag=company'))
  return ['SIP/2.0 200 OK', ...same, 'Content-Length: 0', '', ''].join('\r\n')
}
