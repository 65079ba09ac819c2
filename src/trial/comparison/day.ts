/** What one service day says of one figure: so many (`kept`) of so many (`of`). */
export interface DayCount {
  /** 'YYYY-MM-DD' in the city. */
  day: string
  /** 1 Monday to 7 Sunday. */
  weekday: number
  kept: number
  of: number
  /** Calls offered on this day, whatever the figure counts: how busy it was. */
  load: number
}

/** The days before a trial and those of the trial, each in their order, without those that are left out. */
export interface Compared {
  baseline: readonly DayCount[]
  trial: readonly DayCount[]
}

/** What a day adds to an estimate by being other than expected. The sum over all days is 0. */
export interface Influences {
  baseline: readonly number[]
  trial: readonly number[]
}

/** An estimate with what each day had to do with it. */
export interface Estimate {
  value: number
  influences: Influences
}
