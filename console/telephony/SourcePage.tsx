import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ChangeSource } from './ChangeSource.tsx'
import { NewSource } from './NewSource.tsx'
import { sourcesQuery } from './queries.ts'

/** One telephone system, or a new one. */
export function SourcePage() {
  const { id } = useParams({ from: '/shell/verwaltung/telefonanlagen/$id' })
  const { data } = useSuspenseQuery(sourcesQuery)
  const source = data.find((source) => source.id === id)
  return source ? <ChangeSource source={source} /> : <NewSource />
}
