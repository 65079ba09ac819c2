import { useState } from 'react'
import type { ReportView } from '../../../src/reports/contract.ts'
import type { PhotoView } from '../../../src/reports/photos/contract.ts'
import { useNow } from '../../platform/now.ts'
import { useMe } from '../../platform/session.ts'
import { momentOf } from '../../platform/times.ts'
import { Card } from '../../ui/index.ts'
import { PhotoDialog } from './PhotoDialog.tsx'
import { pictureAddress } from './queries.ts'
import './photos.css'

/** The photos of a report; each opens large. Nothing where there is none. */
export function PhotosCard({ of, onDone }: { of: ReportView; onDone: (sentence: string) => void }) {
  const [openId, setOpenId] = useState<string | null>(null)
  if (of.photos.length === 0) return null
  const open = of.photos.find(({ id }) => id === openId)
  return (
    <Card title="Fotos">
      <ul className="photos">
        {of.photos.map((photo, index) => (
          <li key={photo.id}>
            <button type="button" className="photos__open" onClick={() => setOpenId(photo.id)}>
              <img src={pictureAddress(of.id, photo, 'small')} alt={`Foto ${index + 1}, groß ansehen`} />
            </button>
            <PhotoLine photo={photo} isShown={of.released === true} />
          </li>
        ))}
      </ul>
      {open && (
        <PhotoDialog
          of={of}
          photo={open}
          name={`Foto ${of.photos.indexOf(open) + 1}`}
          onClose={() => setOpenId(null)}
          onDeleted={onDone}
        />
      )}
    </Card>
  )
}

function PhotoLine({ photo, isShown }: { photo: PhotoView; isShown: boolean }) {
  const { timeZone } = useMe().city
  const now = useNow(60_000)
  return (
    <p className="muted">
      {momentOf(photo.addedAt, now, timeZone)}
      {photo.by && ` · ${photo.by}`}
      {photo.released && isShown && ' · öffentlich'}
    </p>
  )
}
