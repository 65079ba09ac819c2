import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

/** Clock ticks per second in /proc, on this machine. */
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Processor time (user and system) that a process and its living and ended children have used, in seconds. Linux only. */
export function processorSeconds(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + own(one), 0)
}

function own(pid: number): number {
  // Behind the program's name in brackets: 12th to 15th are user, system, and the same of ended children.
  const fields = (textOf(`/proc/${pid}/stat`).split(') ')[1] ?? '').split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS
}

const childrenOf = (pid: number): number[] =>
  textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

/** A process that ended meanwhile uses nothing. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (gone) {
    if (gone instanceof Error && 'code' in gone && (gone.code === 'ENOENT' || gone.code === 'ESRCH'))
      return ''
    throw gone
  }
}
