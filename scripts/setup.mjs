// Install and build, each only when its inputs changed. Plain JavaScript: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const pinnedNode = join(root, 'node_modules/node/bin/node')

/** Runs a command to its end; on failure ends this process with the command's exit code. */
export function must(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (done.error) {
    console.error(`${command} ließ sich nicht ausführen: ${done.error.message}`)
    process.exit(1)
  }
  if (done.status !== 0) process.exit(done.status ?? 1)
}

export function install() {
  // A linked folder of packages belongs to another checkout: only that one may empty it.
  const packages = join(root, 'node_modules')
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const stamp = join(root, 'node_modules/.freizeichen-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(pinnedNode)) return
  console.log('Pakete werden installiert (einmalig, etwa eine halbe Minute) …')
  // The engines warning would speak of the Node that installs; the program runs on the pinned one.
  must('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  writeFileSync(stamp, wanted)
}

/** The sources whose change makes the build stale. */
const inputs = [
  'src',
  'console',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
]

export function build() {
  const stamp = join(root, 'dist/.sources')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Das Programm wird gebaut …')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  must(pinnedNode, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'])
  must(pinnedNode, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of files(join(root, input)))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function files(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}

/** Hands the process over to the pinned Node, so that signals reach the program itself. */
export function become(args) {
  if (process.execve && process.platform !== 'win32')
    process.execve(pinnedNode, [pinnedNode, ...args], process.env)
  const child = spawn(pinnedNode, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
