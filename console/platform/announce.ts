let region: HTMLElement | null = null

/**
 * Says a sentence to screen readers, politely. For what a glance shows but nothing focused says;
 * the region outlives the page that speaks, so that the result of leaving a page is heard.
 */
export function announce(sentence: string): void {
  region ??= addRegion()
  // The same sentence twice is no change of text and would not be heard; the invisible space makes it one.
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence
}

function addRegion(): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('role', 'status')
  element.className = 'kern-sr-only'
  document.body.append(element)
  return element
}
