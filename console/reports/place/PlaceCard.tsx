import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { ReportView } from '../../../src/reports/contract.ts'
import { degreesInWords } from '../../../src/shared/point.ts'
import { announce } from '../../platform/announce.ts'
import { messageOf } from '../../platform/apiError.ts'
import { Card, Checkbox, Facts, Loading, Notice } from '../../ui/index.ts'
import { mapQuery, markGround } from './queries.ts'

// Only those who have a map and a report with coordinates fetch it.
const PlaceMap = lazy(() => import('./PlaceMap.tsx'))

/** Where it is, as far as the city's own list tells, on a map where there is one, and what of it everybody may see. */
export function PlaceCard({ of }: { of: ReportView }) {
  const { at, near } = of.where
  if (of.place === null && !at) return null
  return (
    <Card title="Wo das ist">
      {at && (
        <Facts
          facts={[
            ['Adresse', near ?? 'keine in der Nähe'],
            ['Koordinaten', degreesInWords(at)],
          ]}
        />
      )}
      {at && <MapOf at={at} label={near ?? of.place ?? ''} />}
      <PrivateGround of={of} />
    </Card>
  )
}

function MapOf({ at, label }: { at: { lat: number; lon: number }; label: string }) {
  const { data } = useQuery(mapQuery)
  if (!data?.map) return null
  return (
    <Suspense fallback={<Loading />}>
      <PlaceMap key={`${at.lat},${at.lon}`} map={data.map} at={at} label={label} />
    </Suspense>
  )
}

function PrivateGround({ of: { id, where } }: { of: ReportView }) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (isPrivate: boolean) => markGround(id, isPrivate),
    async onSuccess(_answer, isPrivate) {
      announce(isPrivate ? 'Öffentlich steht nur noch die Straße.' : 'Öffentlich steht der genaue Ort.')
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  return (
    <>
      <Checkbox
        label="Auf privatem Grund: öffentlich nur die Straße und die ungefähre Gegend zeigen"
        checked={where.isPrivate}
        disabled={save.isPending}
        onChange={(event) => save.mutate(event.target.checked)}
      />
      {save.error && <Notice tone="danger">{messageOf(save.error)}</Notice>}
    </>
  )
}
