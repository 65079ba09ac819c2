import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReportView } from '../../../src/reports/contract.ts'
import type { PhotoView } from '../../../src/reports/photos/contract.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Button, Dialog, Form, TextArea, textOf } from '../../ui/index.ts'
import { photosApi, pictureAddress } from './queries.ts'

interface Props {
  of: ReportView
  photo: PhotoView
  name: string
  onClose: () => void
  onDeleted: (sentence: string) => void
}

/** Deletes a photo for good, with the reason: nobody sees it again, whoever sent it neither. */
export function DeletePhotoForm({ of, photo, name, onClose, onDeleted }: Props) {
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (reason: string) => photosApi.delete(of.id, photo.id, reason),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['reports'] })
      onDeleted(`${name} ist gelöscht. ${remaining(of.photos.length - 1)}`)
    },
  })
  return (
    <Dialog title={`${name} löschen`} onClose={onClose}>
      <p>
        Das Foto ist danach für alle weg, auch für die Person, die es geschickt hat. Das lässt sich nicht
        rückgängig machen.
      </p>
      <img className="photo-small" src={pictureAddress(of.id, photo, 'small')} alt={name} />
      <Form
        label={`${name} löschen`}
        error={save.error}
        busy={save.isPending}
        submit="Für immer löschen"
        onSubmit={(values) => save.mutate(textOf(values, 'reason'))}
        aside={<Button onClick={onClose}>Abbrechen</Button>}
      >
        <TextArea
          label="Warum?"
          name="reason"
          hint="Das lesen nur Kolleginnen und Kollegen. Schreiben Sie nicht, wer oder was zu sehen war."
          rows={2}
          error={fieldsOf(save.error)['reason']}
        />
      </Form>
    </Dialog>
  )
}

function remaining(count: number): string {
  if (count === 0) return 'Die Meldung hat kein Foto mehr.'
  return count === 1 ? 'Die Meldung hat noch ein Foto.' : `Die Meldung hat noch ${count} Fotos.`
}
