/**
 * A street's name as search compares it: "Münsterstr.", "muenster straße" and "MÜNSTERSTRASSE" become "muensterstr", and so does
 * what is typed so far of it ("münsterstra").
 */
export function foldStreet(name: string): string {
  return foldGerman(name)
    .replaceAll(/str(?:a(?:s(?:s(?:e)?)?)?)?\.?(?![a-z])/g, 'str')
    .replaceAll(/pl\.(?![a-z])/g, 'platz')
    .replaceAll(/(?<![a-z])st\.(?=\s|-)/g, 'sankt')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** Small letters without umlauts, ß and accents. */
export const foldGerman = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => SPELT[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')

const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
