// Runs every test this machine can run, names what it cannot and why, and counts at the end.
// In CI (CI=true) a skipped part is a failure, because there every part is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build, install, pinnedNode, root } from './setup.mjs'
import { findChromium, findPostgres, missingMail, phoneLab } from './parts.mjs'

const only = process.argv.slice(2)
const wanted = (name) => only.length === 0 || only.includes(name)
const results = mkdtempSync(join(tmpdir(), 'freizeichen-results-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
/** Why something did not run; `accepted` reasons do not fail CI. */
const notRun = []
/** What failed, in the words of the tests, so that the last lines of a long run say it. */
const failures = []
/** What failed at first and passed when it was asked again. */
const unsteady = []
/** Tests that drive real programs, each with a clock of its own. */
const OWN_TIME = ['e2e', 'sip', 'mail', 'faults']
/** So many files are asked again; more than that is no accident of a busy machine. */
const SECOND_TRIES = 3

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
if (wanted('mail')) {
  const missing = missingMail()
  if (missing) notRun.push(`Mail-Tests: ${missing}.`)
  else
    vitest('mail', 'mail', { TEST_POSTGRES_BIN: findPostgres()?.bin ?? '', CHROMIUM: findChromium() ?? '' })
}

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
  if (done.status !== 0) failures.push(name)
}

function vitest(project, name, env = {}, filters = []) {
  const first = run(project, name, env, filters)
  const failedFiles = [...new Set(first.failed.map(({ path }) => path))]
  const tooMany = failedFiles.length === 0 || failedFiles.length > SECOND_TRIES
  // Browsers, telephones and mail servers have their own time. What fails there is asked once more, alone, and named.
  const again =
    tooMany || !OWN_TIME.includes(project) ? null : run(project, `${name}, second try`, env, failedFiles)
  const failed = again ? again.failed : first.failed
  totals.passed += first.passed + (first.failed.length - failed.length)
  totals.failed += failed.length
  totals.skipped += first.skipped
  if (first.skipped > 0) notRun.push(`${name}: ${first.skipped} Tests wurden übersprungen.`)
  failures.push(...failed.map(({ path, test, because }) => `${name}: ${path} ${test}\n  ${because}`))
  if (again && failed.length < first.failed.length)
    unsteady.push(...first.failed.map(({ path, test, because }) => `${name}: ${path} ${test}\n  ${because}`))
}

/** Runs the tests of a project. @returns what came of them; a file that cannot be loaded counts as one that failed */
function run(project, name, env, filters) {
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
  const failed = counted.testResults.flatMap(failuresOf)
  // An error outside of every test fails a run without a failed test.
  if (done.status !== 0 && failed.length === 0)
    failed.push({ path: '', test: 'an error outside of every test', because: 'see "Unhandled Errors" above' })
  const skipped = counted.numPendingTests + counted.numTodoTests
  return { passed: counted.numPassedTests, failed, skipped }
}

function failuresOf({ name, message, status, assertionResults }) {
  const path = relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && status === 'failed') return [{ path, test: '', because: firstLine(message) }]
  return failed.map((test) => ({
    path,
    test: test.fullName,
    because: firstLine(test.failureMessages[0]),
  }))
}

function firstLine(text) {
  return (text ?? '').split('\n')[0]
}

function heading(name) {
  console.log(`\n=== ${name}`)
}

function report() {
  for (const reason of notRun) console.log(`Nicht gelaufen: ${reason.accepted ?? reason}`)
  if (unsteady.length > 0) console.log(`\nPassed only when asked again:\n${unsteady.join('\n')}`)
  if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`)
  const unaccepted = notRun.filter((reason) => !reason.accepted)
  console.log(
    `\n${totals.passed} passed, ${totals.failed} failed, ${Math.max(totals.skipped, notRun.length)} skipped`,
  )
  process.exit(totals.failed > 0 || (process.env.CI === 'true' && unaccepted.length > 0) ? 1 : 0)
}
