import { Heading, Kbd } from '../ui/index.ts'

/** All keys of the desk, where a new colleague sees them while waiting. */
export function KeyList({ telephone }: { telephone: boolean }) {
  const keys: readonly (readonly [key: string, what: string])[] = [
    ['Enter', 'Anruf annehmen, weiter, speichern'],
    ['F2', 'Rückruf versprechen'],
    ['F3', 'Termin buchen'],
    ['Umschalt+F2', 'Gebuchten Termin ändern'],
    ['F4', 'Im Gespräch erledigt'],
    ['F6', 'Beschwerde oder Hinweis aufnehmen'],
    ['F6 F6', 'Beschwerde oder Hinweis nur weitergeben'],
    ['Umschalt+F6', 'Welcher Weg ist richtig? Drei Fragen'],
    ['F8', 'Kein Anliegen'],
    ['Strg+Enter', 'Von überall speichern'],
    ...(telephone
      ? ([
          ['F1', 'Im Gespräch: verbinden'],
          ['F7', 'Im Gespräch: halten und zurückholen'],
          ['F9', 'Bereit oder Pause, im Gespräch stumm'],
          ['Umschalt+F9', 'Im Gespräch: danach Pause'],
        ] as const)
      : []),
    ['F10', 'Auflegen'],
  ]
  return (
    <section className="keys" aria-labelledby="keys-title">
      <Heading level={2} id="keys-title">
        Tasten
      </Heading>
      <dl className="keys__list">
        {keys.map(([key, what]) => (
          <div className="keys__row" key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
