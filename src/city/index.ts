export { cityIdOfHost } from './store.ts'
