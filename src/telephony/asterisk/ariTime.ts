/** Asterisk's instants ("2026-11-22T09:09:37.447+0000") in the form that ECMAScript defines. */
export const ariTime = (text: string): Date => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
