import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Resident memory of one process in bytes. Linux only. */
export function resident(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmRSS') * 1024
}

/**
 * Memory of a process and all its children in bytes, what they share counted once (PSS): the processes of PostgreSQL share
 * most of theirs, so a sum of resident sizes would say many times too much.
 */
export function proportional(pid: number): number {
  const sizes = [pid, ...childrenOf(pid)].map((one) => kilobytes(`/proc/${one}/smaps_rollup`, 'Pss'))
  return sizes.reduce((sum, size) => sum + size, 0) * 1024
}

export const canMeasure = (): boolean => existsSync('/proc/self/smaps_rollup')

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}

function kilobytes(file: string, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readIfAlive(file))
  return Number(found?.[1] ?? 0)
}

/** A process that ended meanwhile holds nothing. */
function readIfAlive(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (gone) {
    if (gone instanceof Error && 'code' in gone && (gone.code === 'ESRCH' || gone.code === 'ENOENT'))
      return ''
    throw gone
  }
}
