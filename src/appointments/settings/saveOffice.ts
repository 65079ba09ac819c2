import { idOfName } from '../../catalogue/index.ts'
import { requireRole, type StaffContext } from '../../platform/context.ts'
import { invalid } from '../../platform/problems.ts'
import { changeSettings } from './changeSettings.ts'
import type { ConflictView, OfficeInput } from '../contract.ts'
import { freeIdOf } from './freeIdRule.ts'
import * as store from './settingsStore.ts'

/** Where the console shows the form for one that has no id yet. */
const ADDRESS_OF_A_NEW_ONE = 'neu'

interface Saved {
  id: string
  conflicts: ConflictView[]
}

/**
 * Adds an office or changes it, with its devices. Without an id it is a new one, whose id is made of its name.
 * @throws Problem 409 `conflicts`, 422, 403
 */
export async function saveOffice(
  ctx: StaffContext,
  id: string | null,
  { devices, acceptConflicts, ...office }: OfficeInput,
): Promise<Saved> {
  requireRole(ctx, 'admin')
  const units = devices.map((device, place) => ({
    ...device,
    kind: device.kind ?? idFrom(device.name, [], `devices.${place}.name`),
  }))
  const officeId = id ?? (await newId(ctx, office.name))
  const write = id === null ? store.insertOffice : store.upsertOffice
  const { conflicts } = await changeSettings(ctx, officeId, acceptConflicts, async (tx) => {
    await write(tx, {
      city_id: ctx.cityId,
      id: officeId,
      name: office.name,
      address: office.address,
      counters: office.counters,
      grid_minutes: office.gridMinutes,
      book_ahead_days: office.bookAheadDays,
      active: office.active,
    })
    await store.replaceDevices(tx, ctx.cityId, officeId, units)
  })
  return { id: officeId, conflicts }
}

async function newId(ctx: StaffContext, name: string): Promise<string> {
  const offices = await store.listOffices(ctx.db, ctx.cityId)
  return idFrom(name, [...offices.map(({ id }) => id), ADDRESS_OF_A_NEW_ONE], 'name')
}

function idFrom(name: string, taken: readonly string[], field: string): string {
  const id = freeIdOf(idOfName(name), taken)
  if (id === null)
    throw invalid({ [field]: 'Bitte einen Namen mit mindestens zwei Buchstaben oder Ziffern.' })
  return id
}
