export { callById, type CallRecord } from './store.ts'
export type { DialEvent, DialOrder, Station, Switchboard, TelephoneSnapshot } from './switchboard.ts'
