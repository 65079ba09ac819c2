import { useQuery } from '@tanstack/react-query'
import { Heading } from '../ui/index.ts'
import { Say } from './Say.tsx'
import { guidanceQuery } from './services.ts'

/** What to say about the chosen service, and the facts a caller asks for next. */
export function GuidancePanel({ serviceId }: { serviceId: string | null }) {
  const { data } = useQuery(guidanceQuery(serviceId))
  if (!serviceId || !data) return null
  const facts = [data.durationLine, data.feeLine, data.responsibleLine].filter((line) => line !== null)
  return (
    <section className="wegweiser" aria-labelledby="guidance-title">
      <Heading level={2} id="guidance-title">
        Wegweiser
      </Heading>
      <Say>{data.say}</Say>
      <ul className="wegweiser__facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  )
}
