export { promptRoutes } from './routes.ts'
