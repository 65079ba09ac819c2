export type { Presence } from './model.ts'
export { onDuty, presencesOf, presencesWithin } from './presencesOf.ts'
export { workIn } from './rosterRule.ts'
/**
 * Whether a roster was begun for the team. Before, the administrator's number of callbacks per hour stands for it; a
 * roster that is there but empty for a day has nobody on that day.
 */
export { hasRoster } from './rosterStore.ts'
