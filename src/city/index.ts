export { announcementsAt, announcementsFrom } from './announcementStore.ts'
export { cityOf } from './cityOf.ts'
export { clockTime } from './clockTime.ts'
export { cityJobs } from './jobs.ts'
export { spokenUntil } from './leadNotices.ts'
export { lineById, lineByNumber } from './lineOf.ts'
export { giveLinesBack } from './giveLinesBack.ts'
export { decidedLines, isLineOpen, lineStateOf, type LineState } from './lineStateOf.ts'
export type { Announcement, AnnouncementNotice, City, Line, LineDecision, Provider, Team } from './model.ts'
export { diallingOf } from './diallingOf.ts'
export { dialPermissionsOf } from './misuseStore.ts'
export { type Bounds, cityBounds } from './places/cityBounds.ts'
export { districtsOf } from './places/districtsOf.ts'
export { isInCity } from './places/isInCity.ts'
export type { Place } from './places/model.ts'
export { nearestAddress } from './places/nearestAddress.ts'
export { mapRoute, placeRoutes } from './places/placeRoutes.ts'
export { type FoundPlaces, searchPlaces } from './places/searchPlaces.ts'
export { cityRoutes } from './routes.ts'
export { serviceHoursOf } from './serviceHoursOf.ts'
export {
  findCityByHost as cityByHost,
  hasCity,
  listLines as linesOf,
  listProviders as providersOf,
  listTeams as teamsOf,
} from './store.ts'
export { newsAt, todayView } from './todayView.ts'

// What sets a city up, besides its console: the demo seed and the command line.
export { addClosure } from './addClosure.ts'
export { changeHours } from './changeHours.ts'
export { cityNamed } from './cityNamed.ts'
export { createCity, type NewCity, newCityInput } from './createCity.ts'
export { importBoundary, importStreets } from './places/importPlaces.ts'
export { saveLine } from './saveLine.ts'
export { saveProvider } from './saveProvider.ts'
export { saveTeam } from './saveTeam.ts'
