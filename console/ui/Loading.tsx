/** Shown only when waiting takes longer than 300 ms (the style sheet delays it). */
export function Loading() {
  return <output className="loading">Wird geladen …</output>
}
