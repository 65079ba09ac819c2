/** Languages of everything a citizen reads or hears; staff screens are German. */
export type Lang = 'de' | 'en'
