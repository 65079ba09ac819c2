import { minuteOfDay } from '../../../src/shared/serviceWeek.ts'
import { tidyClock } from '../../city/tidyClock.ts'

/** Minutes since midnight of what was typed ('8', '8:30', '24:00'); NaN, for which the server has a sentence, when it is no time. */
export const minuteOfTyped = (typed: string): number => minuteOfDay(tidyClock(typed)) ?? Number.NaN

/** 'HH:MM' of minutes since midnight. */
export const clockOfMinute = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** '08:00–12:30 Uhr' */
export const stretchOf = ({ from, to }: { from: number; to: number }): string =>
  `${clockOfMinute(from)}–${clockOfMinute(to)} Uhr`
