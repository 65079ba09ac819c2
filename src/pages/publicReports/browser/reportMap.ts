import type { MapSettings } from '../map/contract.ts'

// Where the released reports are, as a map. The page says the same in words.

for (const box of document.querySelectorAll<HTMLElement>('[data-report-map]')) void draw(box)

async function draw(box: HTMLElement): Promise<void> {
  const ground = box.querySelector<HTMLElement>('.map-ground')
  const told = box.querySelector<HTMLElement>('[data-map-told]')
  const missing = document.querySelector<HTMLElement>('[data-map-missing]')
  if (!ground || !told || !missing) return
  const settings: MapSettings = JSON.parse(box.dataset['reportMap'] ?? '{}')
  // Its style sheet comes with it, and has to be there before the map measures itself.
  const { drawReports } = await import('./drawReports.ts')
  box.hidden = false
  missing.hidden = true
  drawReports(ground, told, settings)
}
