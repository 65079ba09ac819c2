// Runs every test this machine can run, names what it cannot and why, and counts at the end.
// In CI (CI=true) a skipped part is a failure, because there every part is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, pinnedNode, root } from './setup.mjs'
import { findChromium, findPostgres, phoneLab } from './parts.mjs'

const only = process.argv.slice(2)
const wanted = (name) => only.length === 0 || only.includes(name)
const results = mkdtempSync(join(tmpdir(), 'freizeichen-results-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
/** Why something did not run; `accepted` reasons do not fail CI. */
const notRun = []

install()
build()

if (wanted('checks')) {
  check('format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.'])
  check('lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings'])
  check('types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'])
  check('types of the console', ['node_modules/typescript/bin/tsc', '-p', 'console/tsconfig.json'])
}
if (wanted('unit')) {
  vitest('unit', 'unit', { TZ: 'Europe/Berlin' })
  vitest('unit', 'unit in UTC', { TZ: 'UTC' }, ['src/shared'])
}
if (wanted('db')) {
  vitest('db', 'database, embedded PostgreSQL', { TZ: 'Europe/Berlin' })
  const postgres = findPostgres()
  if (postgres)
    vitest('db', `database, PostgreSQL of this system (${postgres.version})`, {
      TZ: 'UTC',
      TEST_POSTGRES_BIN: postgres.bin,
    })
  else
    notRun.push(
      'Datenbanktests auf einem PostgreSQL-Server: kein installiertes PostgreSQL 15 oder neuer gefunden (Debian: postgresql-15).',
    )
}
if (wanted('faults')) vitest('faults', 'faults', { TEST_POSTGRES_BIN: findPostgres()?.bin ?? '' })

const chromium = findChromium()
if (wanted('e2e')) {
  if (chromium) vitest('e2e', 'browser', { CHROMIUM: chromium })
  else notRun.push('Browser-Tests: kein Chromium gefunden (Debian: chromium).')
}
if (wanted('sip')) {
  const lab = chromium ? phoneLab.up() : { missing: 'kein Chromium gefunden (Debian: chromium)' }
  if (lab.missing) notRun.push(`Telefon-Tests: ${lab.missing}.`)
  else if (lab.asterisk < 22)
    notRun.push({
      accepted: `Telefon-Tests: Asterisk 22 war heute nicht zu installieren, nur ${lab.asterisk}.`,
    })
  else vitest('sip', 'telephone', { CHROMIUM: chromium, ...lab.env })
  phoneLab.down()
}

rmSync(results, { recursive: true, force: true })
report()

function check(name, args) {
  heading(name)
  const done = spawnSync(
    pinnedNode,
    args.map((arg) => (arg.startsWith('node_modules') ? join(root, arg) : arg)),
    { cwd: root, stdio: 'inherit' },
  )
  totals[done.status === 0 ? 'passed' : 'failed'] += 1
}

function vitest(project, name, env = {}, filters = []) {
  heading(name)
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`)
  const done = spawnSync(
    pinnedNode,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        NO_COLOR: '1',
        ...process.env,
        ...env,
        PATH: `${join(root, 'node_modules/node/bin')}:${process.env.PATH}`,
      },
    },
  )
  const counted = JSON.parse(readFileSync(file, 'utf8'))
  totals.passed += counted.numPassedTests
  totals.failed += counted.numFailedTests
  const skipped = counted.numPendingTests + counted.numTodoTests
  totals.skipped += skipped
  if (skipped > 0) notRun.push(`${name}: ${skipped} Tests wurden übersprungen.`)
  // A file that cannot be loaded fails the run without a failed test.
  if (done.status !== 0 && counted.numFailedTests === 0) totals.failed += 1
}

function heading(name) {
  console.log(`\n=== ${name}`)
}

function report() {
  for (const reason of notRun) console.log(`Nicht gelaufen: ${reason.accepted ?? reason}`)
  const unaccepted = notRun.filter((reason) => !reason.accepted)
  console.log(
    `\n${totals.passed} passed, ${totals.failed} failed, ${Math.max(totals.skipped, notRun.length)} skipped`,
  )
  process.exit(totals.failed > 0 || (process.env.CI === 'true' && unaccepted.length > 0) ? 1 : 0)
}
