/** On every page of a demo city, so that nobody takes it for an offer of that city. */
export function DemoBanner({ city }: { city: string }) {
  return (
    <aside className="demo-banner" aria-label="Hinweis zur Beispielstadt">
      Beispielstadt aus öffentlichen Berichten, kein Angebot der {city}
    </aside>
  )
}
