import type { Hono } from 'hono'
import { expect } from 'vitest'
import { createApp } from '../app.ts'
import type { Platform } from '../platform/context.ts'
import { NO_ASSETS } from '../platform/ui/assets.ts'
import type { TelephoneSnapshot } from '../telephony/index.ts'
import { citizenPages } from './index.ts'

const NOT_CONNECTED: TelephoneSnapshot = {
  connected: false,
  well: false,
  note: '',
  waiting: [],
  stations: [],
}

/** The application with the citizen pages only; nothing is built, so there is no style sheet. */
export function pagesApp(platform: Platform, snapshot: () => TelephoneSnapshot = () => NOT_CONNECTED): Hono {
  return createApp({
    platform,
    routes: citizenPages({ assets: NO_ASSETS, queue: { snapshot }, publicUrl: null }),
    readiness: [],
    publicDir: import.meta.dirname,
    trustProxy: false,
  })
}

/** What everybody may expect of every page: one heading, a language, a skip link, a label for each field, the notice. */
export function expectWholePage(html: string, lang: string): void {
  expect(html).toMatch(/^<!doctype html>/)
  expect(html).toContain(`<html lang="${lang}">`)
  expect(html.match(/<h1[ >]/g)).toHaveLength(1)
  expect(html.match(/<main /g)).toHaveLength(1)
  expect(html).toContain('href="#inhalt"')
  expect(html).toContain('id="inhalt"')
  expect(html).not.toMatch(/ style="|<style|<script(?! type="module" src)/)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
  const labelled = new Set([...html.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id))
  const fields = [...html.matchAll(/<input [^>]*>/g)].map(([field]) => field)
  const unlabelled = fields.filter(
    (field) => !field.includes('type="hidden"') && !labelled.has(/ id="([^"]+)"/.exec(field)?.[1]),
  )
  expect(unlabelled).toEqual([])
}

/** The text people read, without markup and with plain spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
