import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportView } from '../../../src/reports/contract.ts'
import type { PhotoView } from '../../../src/reports/photos/contract.ts'
import { announce } from '../../platform/announce.ts'
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts'
import { BlackenForm } from './BlackenForm.tsx'
import { DeletePhotoForm } from './DeletePhotoForm.tsx'
import { photosApi, pictureAddress } from './queries.ts'

interface Props {
  of: ReportView
  photo: PhotoView
  name: string
  onClose: () => void
  onDeleted: (sentence: string) => void
}

/** A photo as large as the screen lets it be: only who sees it so can show it to everybody, make parts of it black, or delete it. */
export function PhotoDialog({ of, photo, name, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const [doing, setDoing] = useState<'looking' | 'blackening' | 'deleting'>('looking')
  const release = useMutation({
    mutationFn: (released: boolean) => photosApi.release(of.id, photo.id, released),
    async onSuccess(_answer, released) {
      announce(released ? `${name} ist öffentlich.` : `${name} ist nicht mehr öffentlich.`)
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  const goOnLooking = () => setDoing('looking')
  if (doing === 'blackening') return <BlackenForm of={of} photo={photo} name={name} onClose={goOnLooking} />
  if (doing === 'deleting')
    return <DeletePhotoForm of={of} photo={photo} name={name} onClose={goOnLooking} onDeleted={onDeleted} />
  return (
    <Dialog
      title={name}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" onClick={onClose}>
            Schließen
          </Button>
          {of.released === true && (
            <Button busy={release.isPending} onClick={() => release.mutate(!photo.released)}>
              {photo.released ? 'Foto nicht mehr zeigen' : 'Foto öffentlich zeigen'}
            </Button>
          )}
          <Button onClick={() => setDoing('blackening')}>Schwärzen</Button>
          <Button onClick={() => setDoing('deleting')}>Löschen</Button>
        </>
      }
    >
      <img className="photo-large" src={pictureAddress(of.id, photo, 'large')} alt={name} />
      <p>{sentence(of, photo)}</p>
      <ErrorNotice error={release.error} />
    </Dialog>
  )
}

function sentence({ released }: ReportView, photo: PhotoView): string {
  if (released === null) return 'Meldungen dieser Kategorie werden nicht öffentlich gezeigt.'
  if (!released) return 'Öffentlich zeigen lässt es sich erst, wenn die Meldung selbst öffentlich ist.'
  return photo.released
    ? 'Alle können dieses Foto sehen.'
    : 'Bitte sehen Sie vorher nach: Gesichter und Kennzeichen schwärzen Sie zuerst.'
}
