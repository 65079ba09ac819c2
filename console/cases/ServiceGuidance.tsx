import type { CaseView } from '../../src/cases/contract.ts'
import { Card } from '../ui/index.ts'

/** What the catalogue says about the service, as sentences to say aloud. */
export function ServiceGuidance({ service }: { service: NonNullable<CaseView['service']> }) {
  return (
    <Card title={service.name}>
      <p className="guidance">{service.visitLine}</p>
      {service.documents.length > 0 && (
        <>
          <p>Unterlagen:</p>
          <ul className="documents">
            {service.documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
