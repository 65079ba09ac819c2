import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './built.ts'
import type { CallLab } from './callLab.ts'
import { end } from './postgres.ts'

const scenarios = join(root, 'bench/scenarios')

/** One line a scenario logged: what, when (epoch ms), and the words it added. */
export interface Note {
  what: string
  at: number
  words: readonly string[]
}

/** All agents' telephones in one SIPp process; each takes a call at once and talks for `talkMs`. */
export interface Telephones {
  notes(): Note[]
  stop(): Promise<void>
}

export async function answerCalls(
  { agentIp, agentPort }: CallLab,
  folder: string,
  { talkMs, earPort }: { talkMs: number; earPort: number },
): Promise<Telephones> {
  const filled = readFileSync(join(scenarios, 'agent.xml'), 'utf8')
    .replaceAll('@TALK@', String(talkMs))
    .replaceAll('@EAR_IP@', agentIp)
    .replaceAll('@EAR_PORT@', String(earPort))
  writeFileSync(join(folder, 'agent.xml'), filled)
  const log = join(folder, 'agents.log')
  const where = ['-i', agentIp, '-mi', agentIp, '-p', String(agentPort)]
  const child = sipp(folder, ['-sf', 'agent.xml', ...where, '-trace_logs', '-log_file', log])
  await Promise.race([sleep(500), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error("the agents' telephones did not start")
  let read = 0
  return {
    notes() {
      const all = notesIn(log)
      const fresh = all.slice(read)
      read = all.length
      return fresh
    },
    stop: () => end(child, 'SIGKILL'),
  }
}

let runs = 0

/** `count` citizens call `number`, `rate` per second. @returns what their telephones noted; the numbers are unique */
export async function callLine(
  { sip, callerIp }: CallLab,
  folder: string,
  { number, rate, count }: { number: string; rate: number; count: number },
): Promise<Note[]> {
  runs += 1
  const first = runs * 100_000
  const numbers = Array.from({ length: count }, (_, n) => `+49151${String(10_000_000 + first + n)}`)
  writeFileSync(join(folder, `numbers-${runs}.csv`), ['SEQUENTIAL', ...numbers].join('\n'))
  copyFileSync(join(root, 'tests/sip/scenarios/voice.alaw'), join(folder, 'voice.alaw'))
  const log = join(folder, `callers-${runs}.log`)
  const who = ['-sf', join(scenarios, 'caller.xml'), '-inf', `numbers-${runs}.csv`, '-s', number]
  const where = ['-i', callerIp, '-mi', callerIp, '-p', String(5080 + (runs % 50) * 2)]
  const how = ['-r', String(rate), '-m', String(count), '-l', '3000', '-trace_logs', '-log_file', log]
  const child = sipp(folder, [sip, ...who, ...where, ...how])
  await once(child, 'exit')
  return notesIn(log)
}

/** Also when the benchmark is stopped halfway: an old one would keep the port. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

function sipp(folder: string, args: readonly string[]): ChildProcess {
  const child = spawn('sipp', [...args, '-nostdin'], { cwd: folder, stdio: 'ignore' })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Lines like `ring 2026-11-22<tab>11:50:33.123456<tab>1795344633.123456 fz-… 14020`. */
function notesIn(file: string): Note[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Note[] => {
      const found = /^(\w+) \S+\s\S+\s(\d+\.\d+) (.*)$/.exec(line)
      if (!found) return []
      const [, what = '', at = '', words = ''] = found
      return [{ what, at: Number(at) * 1000, words: words.split(' ') }]
    })
}
