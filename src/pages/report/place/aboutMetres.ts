/** 'etwa 20 m', 'etwa 1,5 km': nobody wants more digits than that. @param lang 'en', anything else is German */
export function aboutMetres(metres: number, lang: string): string {
  const size =
    metres < 1000
      ? `${Math.max(1, Number(metres.toPrecision(1)))} m`
      : `${Number((metres / 1000).toPrecision(2)).toLocaleString(lang === 'en' ? 'en' : 'de')} km`
  return `${lang === 'en' ? 'about' : 'etwa'} ${size}`
}
