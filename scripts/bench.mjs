// Runs a benchmark by its name, or all of them; without a name it lists them. A timing never fails.
import { readdirSync, readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, pinnedNode, root } from './setup.mjs'

const folder = join(root, 'bench')
/** By the name people type: `month-reads` for monthReads.ts. */
const files = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file.slice(0, -3).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), file]),
)
const names = [...files.keys()]
const [name, ...args] = process.argv.slice(2)
const chosen = name === 'all' ? names : names.filter((known) => known === name)

if (chosen.length === 0) {
  if (name) console.error(`There is no benchmark "${name}".\n`)
  list()
  process.exit(name ? 2 : 0)
}
install()
build()
// One after another: on few cores two at once would measure each other.
const failed = chosen.filter((known) => run(known) !== 0)
if (failed.length > 0) console.error(`Could not run to the end: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)

function run(known) {
  return spawnSync(pinnedNode, [join(folder, files.get(known)), ...args], {
    cwd: root,
    stdio: 'inherit',
  }).status
}

function list() {
  console.log('npm run bench -- NAME [--long]     (NAME "all" runs every one)\n')
  for (const known of names) console.log(`  ${known.padEnd(14)}${purpose(known)}`)
}

/** The first line of a benchmark says what it measures. */
function purpose(known) {
  return readFileSync(join(folder, files.get(known)), 'utf8')
    .split('\n')[0]
    .replace(/^\/\/ /, '')
}
