import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportView } from '../../../src/reports/contract.ts'
import type { PhotoView } from '../../../src/reports/photos/contract.ts'
import { announce } from '../../platform/announce.ts'
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts'
import { BlackenForm } from './BlackenForm.tsx'
import { photosApi, pictureAddress } from './queries.ts'

interface Props {
  of: ReportView
  photo: PhotoView
  name: string
  onClose: () => void
}

/** A photo as large as the screen lets it be: only who sees it so can show it to everybody, or make parts of it black. */
export function PhotoDialog({ of, photo, name, onClose }: Props) {
  const client = useQueryClient()
  const [isBlackening, setBlackening] = useState(false)
  const release = useMutation({
    mutationFn: (released: boolean) => photosApi.release(of.id, photo.id, released),
    async onSuccess(_answer, released) {
      announce(released ? `${name} ist öffentlich.` : `${name} ist nicht mehr öffentlich.`)
      await client.invalidateQueries({ queryKey: ['reports'] })
    },
  })
  if (isBlackening)
    return <BlackenForm of={of} photo={photo} name={name} onClose={() => setBlackening(false)} />
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
          <Button onClick={() => setBlackening(true)}>Schwärzen</Button>
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
