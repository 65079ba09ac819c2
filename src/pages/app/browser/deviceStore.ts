import type { Entry } from '../deviceRule.ts'

// The reports that this device keeps, in its own database. Nothing of it leaves the device but by being sent.

const DATABASE = 'melden'
const TABLE = 'report'
/** Tells the other windows, and the script without a window, that something changed. */
const CHANGES = 'melden'

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(TABLE, { keyPath: 'key' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
  })
  return opened
}

/** One transaction; resolves when it is on the disk. */
async function within<T>(
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<T> | null,
): Promise<T | undefined> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode)
    const request = work(transaction.objectStore(TABLE))
    transaction.addEventListener('complete', () => resolve(request?.result))
    const fail = (): void => reject(transaction.error ?? new Error('not stored'))
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
  })
}

export const allEntries = async (): Promise<Entry[]> =>
  (await within<Entry[]>('readonly', (table) => table.getAll())) ?? []

export const entryOf = (key: string): Promise<Entry | undefined> =>
  within<Entry>('readonly', (table) => table.get(key))

/** @throws when there is no room on the device */
export async function keepEntry(entry: Entry): Promise<void> {
  await within('readwrite', (table) => table.put(entry))
  tell()
}

export async function removeEntry(key: string): Promise<void> {
  await within('readwrite', (table) => table.delete(key))
  tell()
}

/** Changes an entry if it is still there: whoever deleted it meanwhile meant it. */
export async function changeEntry(key: string, change: (entry: Entry) => Entry): Promise<void> {
  await within('readwrite', (table) => {
    const request: IDBRequest<Entry | undefined> = table.get(key)
    request.addEventListener('success', () => {
      if (request.result) table.put(change(request.result))
    })
    return null
  })
  tell()
}

function tell(): void {
  const channel = new BroadcastChannel(CHANGES)
  // A channel has no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage('changed')
  channel.close()
}

/** Calls back after a change in another window or in the script without one. */
export function onChanges(listen: () => void): void {
  new BroadcastChannel(CHANGES).addEventListener('message', listen)
}
