import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'

/** Rooms from the top of the house to its foundation; a room may import what stands after it. */
const ORDER = [
  'commands',
  'pages',
  'seed',
  'trial',
  'lead',
  'desk',
  'reports',
  'appointments',
  'callbacks',
  'telephony',
  'cases',
  'catalogue',
  'people',
  'city',
  'messages',
  'platform',
  'shared',
]
/** Only they know what is behind the edge. */
const ONLY = {
  kysely: (file: string) => /store\.ts$|Store\.ts$|\/platform\/|testkit|\.test\.ts$/.test(file),
  'process.env': (file: string) => file === 'src/cli.ts',
}

interface Import {
  file: string
  target: string
  /** Between `import` and `from`: '{ a, type B }'. */
  names: string
  typeOnly: boolean
}

const files = walk(join(root, 'src')).filter((file) => /\.tsx?$/.test(file))
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(import|export)\s+(type\s+)?([^'"]*?)\s*from\s+['"]([^'"]+)['"]/gm,
    ),
  ].map(([, , type, names, target]) => ({ file, target: target!, names: names!, typeOnly: Boolean(type) })),
)
const isTest = (file: string): boolean => /\.(test|testkit)\.tsx?$|\.db\.test\.ts$/.test(file)
const roomOf = (file: string): string | null => {
  const [top, room, ...rest] = file.split('/')
  return top === 'src' && rest.length > 0 ? room! : null
}
const targetOf = ({ file, target }: Import): string => relative(root, resolve(root, dirname(file), target))

test('given any import between rooms, it goes downwards', () => {
  const wrong = imports
    .filter((i) => i.target.startsWith('.') && !isTest(i.file))
    .filter((i) => {
      const from = roomOf(i.file)
      const to = roomOf(targetOf(i))
      if (!from || !to || from === to) return false
      // A contract is a shape that travels upwards to the console and sideways to an interface, as a type only.
      if (i.typeOnly && targetOf(i).endsWith('/contract.ts')) return false
      return ORDER.indexOf(to) < ORDER.indexOf(from)
    })
  expect(wrong.map((i) => `${i.file} imports ${targetOf(i)}`)).toEqual([])
})

test('given an import of another room, it goes through its door', () => {
  const wrong = imports
    .filter((i) => i.target.startsWith('.') && !isTest(i.file))
    .filter((i) => {
      const from = roomOf(i.file)
      const to = roomOf(targetOf(i))
      if (!from || !to || from === to || to === 'platform' || to === 'shared') return false
      return !/\/(index|contract|texts)\.ts$/.test(targetOf(i))
    })
  expect(wrong.map((i) => `${i.file} imports ${targetOf(i)}`)).toEqual([])
})

test('given a room, it stands in the order of the house', () => {
  const rooms = readdirSync(join(root, 'src')).filter((name) =>
    statSync(join(root, 'src', name)).isDirectory(),
  )
  expect(rooms.filter((room) => !ORDER.includes(room))).toEqual([])
})

test('given a rule or a model, it imports pure values only', () => {
  const wrong = imports
    .filter((i) => /(Rule|\/model)\.ts$/.test(i.file) && !i.typeOnly)
    .filter(
      (i) =>
        i.target.startsWith('.') &&
        !targetOf(i).startsWith('src/shared/') &&
        roomOf(targetOf(i)) !== roomOf(i.file),
    )
  expect(wrong.map((i) => `${i.file} imports ${i.target}`)).toEqual([])
})

test('given SQL, it stands in a store', () => {
  const wrong = imports.filter((i) => i.target === 'kysely' && !ONLY.kysely(i.file))
  expect(wrong.map((i) => i.file)).toEqual([])
})

test('given the environment, one place reads it', () => {
  const wrong = files.filter(
    (file) => !isTest(file) && /process\.env\b/.test(code(file)) && !ONLY['process.env'](file),
  )
  expect(wrong).toEqual([])
})

test('given ARI, only the Asterisk adapter knows it', () => {
  const wrong = imports.filter(
    (i) => targetOf(i).includes('telephony/asterisk/ari') && !i.file.startsWith('src/telephony/asterisk/'),
  )
  expect(wrong.map((i) => i.file)).toEqual([])
})

/** What an offer of windows is made of. */
const OFFER =
  /^src\/callbacks\/windows\/(offerRule|outlook|capacityRule|dutyRule|forecast|windowStore|factsStore)\.ts$/

test('given an offer of windows, one module computes it', () => {
  const outside = imports.filter((i) => !isTest(i.file) && !i.file.startsWith('src/callbacks/windows/'))
  expect(outside.filter((i) => OFFER.test(targetOf(i))).map((i) => `${i.file} imports ${i.target}`)).toEqual(
    [],
  )
  // Of the grid the others may ask only whether two windows are the same.
  const grid = outside.filter((i) => targetOf(i) === 'src/callbacks/windows/gridRule.ts')
  expect(grid.filter((i) => i.names !== '{ isSame }').map((i) => `${i.file} imports ${i.names}`)).toEqual([])
  const judges = imports.filter((i) => !isTest(i.file) && targetOf(i).endsWith('/windows/offerRule.ts'))
  expect(
    judges
      .filter((i) => !i.typeOnly && i.names.includes('offersOf'))
      .map((i) => i.file)
      .toSorted(),
  ).toEqual(['src/callbacks/windows/explainOffer.ts', 'src/callbacks/windows/windowsFor.ts'])
})

test.each([
  ['the agent’s form', 'src/desk/'],
  ['the telephone menu', 'src/callbacks/menu/'],
  ['the web page', 'src/pages/callback/'],
  ['the interface', 'src/callbacks/request/'],
  ['a clerk who promises', 'src/callbacks/byClerk/'],
  ['the clerk’s list', 'src/callbacks/worklist/'],
  ['the citizen who changes it', 'src/callbacks/citizen/'],
])('given %s, it asks that module', (_, folder) => {
  const asks = imports.filter(
    (i) => !isTest(i.file) && i.file.startsWith(folder) && i.names.split(/[{},\s]+/).includes('windowsFor'),
  )
  expect(asks.map(targetOf)).not.toEqual([])
})

test('given a console file, it imports contracts and shared values only', () => {
  const wrong = walk(join(root, 'console'))
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from\s+['"](\.[^'"]+)['"]/g)].map(
        ([, target]) => ({ file, target: relative(root, resolve(root, dirname(file), target!)) }),
      ),
    )
    .filter(
      ({ target }) =>
        target.startsWith('src/') && !/^src\/(shared\/|[a-z]+\/([a-zA-Z0-9]+\/)?contract\.ts)/.test(target),
    )
  expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([])
})

test('given a conversation, nothing here can listen to it secretly (§ 201 StGB)', () => {
  // The whole interface of the telephone system is described in the generated file; nothing else may name these doors.
  const described = 'src/telephony/asterisk/ari/types.generated.ts'
  // Asterisk does not load its channel interface without this module; what it offers is asked for nowhere.
  const demanded = 'load = res_stasis_snoop.so'
  const doors = /snoop|chanspy|extenspy|mixmonitor|whisper/i
  const found = ['src', 'console', 'deploy']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => file !== described && !/\.(wav|png|woff2?)$/.test(file))
    .filter((file) => doors.test(readFileSync(join(root, file), 'utf8').replace(demanded, '')))
  expect(found).toEqual([])
})

test('given a document, every file it names exists', () => {
  const documents = ['README.md', ...walk(join(root, 'docs')).filter((file) => file.endsWith('.md'))]
  const missing = documents.flatMap((document) =>
    [
      ...readFileSync(join(root, document), 'utf8').matchAll(
        /`((?:src|console|db|deploy|scripts|tests|bench|docs)\/[\w./-]+)`/g,
      ),
    ]
      .map(([, path]) => path!)
      .filter((path) => !exists(path))
      .map((path) => `${document} names ${path}`),
  )
  expect(missing).toEqual([])
})

/** Source without comments, so that a comment may speak of what code may not do. */
const code = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

function exists(path: string): boolean {
  try {
    return Boolean(statSync(join(root, path)))
  } catch (absent) {
    if (absent instanceof Error) return false
    throw absent
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(root, path)]
  })
}
