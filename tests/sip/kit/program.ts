// The built program on a database of its own: for tests that kill a part and ask afterwards what became of everybody.
import { sendRequest } from '../../../src/telephony/asterisk/ari/request.ts'
import { openPremises, type Premises } from './house.ts'
import { clearLab, type Lab } from './lab.ts'
import { openOutlivingDatabase } from './outlivingDatabase.ts'
import { openFront, startInstance, type Front, type Instance } from './servers.ts'

/** A new process must start, and a dead one's turn must run out. */
export const RESTART_MS = 15_000

export interface Program {
  premises: Premises
  front: Front
  /** Instances that were not killed, oldest first. */
  running: readonly Instance[]
  /** One more beside those that run; it may not be in charge yet. */
  start(): Promise<Instance>
  kill(instance: Instance): Promise<void>
  /** Every call on record, oldest first. */
  calls(): ReturnType<typeof callsOf>
  /** Those that have not ended. */
  open(): ReturnType<typeof callsOf>
  close(): Promise<void>
}

const callsOf = ({ platform }: Premises) =>
  platform.db.selectFrom('call').selectAll().orderBy('offered_at').execute()

/** One instance, in charge of this lab when this returns. */
export async function openProgram(lab: Lab): Promise<Program> {
  await clearLab(lab)
  const database = await openOutlivingDatabase()
  const premises = await openPremises(database.url)
  const front = await openFront(lab)
  const calls = () => callsOf(premises)
  const use = (running: readonly Instance[]): void => {
    program.running = running
    front.use(running)
  }
  const program: Program = {
    premises,
    front,
    running: [],
    calls,
    async start() {
      const instance = await startInstance(lab, database.url)
      use([...program.running, instance])
      return instance
    },
    async kill(instance) {
      use(program.running.filter((other) => other !== instance))
      await instance.kill()
    },
    open: async () => (await calls()).filter((call) => call.state !== 'ended'),
    async close() {
      front.close()
      for (const instance of program.running) await instance.kill()
      await premises.close()
      await database.stop()
    },
  }
  await program.start()
  await front.untilInCharge(RESTART_MS)
  return program
}

/** What is still there although everybody is gone: names of channels and bridges, and ids of legs on record. */
export async function leftOver({ ari }: Lab, { premises }: Program): Promise<unknown[]> {
  const channels = await sendRequest(ari, 'GET /channels', {})
  const bridges = await sendRequest(ari, 'GET /bridges', {})
  const { db } = premises.platform
  const legs = await db.selectFrom('leg').select(['id', 'party']).where('ended_at', 'is', null).execute()
  const callers = await db.selectFrom('call').select('id').where('state', '<>', 'ended').execute()
  return [channels, bridges, legs, callers].flat()
}
