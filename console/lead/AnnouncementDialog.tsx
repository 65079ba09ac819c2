import { useState } from 'react'
import type { AnnouncementInput } from '../../src/city/contract.ts'
import type { LeadLine } from '../../src/lead/contract.ts'
import { fieldsOf } from '../platform/apiError.ts'
import {
  Button,
  Checkbox,
  Dialog,
  FieldError,
  Form,
  listErrorOf,
  TextArea,
  TextField,
  textOf,
  textOrNull,
} from '../ui/index.ts'
import { leadApi } from './queries.ts'
import { SoundField } from './SoundField.tsx'
import { useDeed } from './useDeed.ts'

/** A special announcement: its text, its lines, from when until when, and what callers hear. */
export function AnnouncementDialog({ lines, onClose }: { lines: readonly LeadLine[]; onClose: () => void }) {
  const [sound, setSound] = useState<Blob | null>(null)
  // Set once the text counts: a second try after a refused sound makes no second announcement.
  const [madeId, setMadeId] = useState<string | null>(null)
  const save = useDeed({
    async run(input: AnnouncementInput) {
      const id = madeId ?? (await leadApi.announce(input)).id
      setMadeId(id)
      if (sound) await leadApi.speak(id, sound)
    },
    done: 'Die Sonderansage ist gesetzt.',
    onDone: onClose,
  })
  const fields = fieldsOf(save.error)
  return (
    <Dialog title="Neue Sonderansage" onClose={onClose}>
      <Form
        label="Neue Sonderansage"
        error={save.error}
        busy={save.isPending}
        submit="Setzen"
        onSubmit={(values) => save.mutate(inputOf(values))}
        aside={
          <Button variant="tertiary" onClick={onClose}>
            Abbrechen
          </Button>
        }
      >
        <TextArea
          label="Text"
          name="text"
          hint="Steht auf den Seiten für alle und bei den Agentinnen, zum Beispiel: Heute ist Wahltag, es dauert länger. Termine gibt es auch online."
          maxLength={300}
          error={fields['text']}
        />
        <TextArea
          label="Auf Englisch"
          name="textEn"
          hint="Fehlt er, steht auf der englischen Seite der deutsche Text."
          maxLength={300}
          rows={2}
          optional
          error={fields['textEn']}
        />
        <TextArea
          label="In einfacher Sprache"
          name="textEinfach"
          maxLength={300}
          rows={2}
          optional
          error={fields['textEinfach']}
        />
        <TextField
          label="Link"
          name="link"
          hint="Wo mehr dazu steht: https://… oder ein Weg auf diesen Seiten, zum Beispiel /termin"
          maxLength={500}
          optional
          error={fields['link']}
        />
        <Checkbox
          name="important"
          value="yes"
          defaultChecked
          label="Wichtig: auch auf der Startseite, nicht nur unter „So steht es gerade“"
        />
        <fieldset className="lead__lines">
          <legend className="kern-label">Für welche Leitungen? (keine: nur zum Lesen)</legend>
          {lines.map(({ id, name }) => (
            <Checkbox key={id} name="lineIds" value={id} label={name} defaultChecked />
          ))}
          <FieldError id="announcement-lines-error" error={listErrorOf(fields, 'lineIds')} />
        </fieldset>
        <div className="lead__range">
          <TextField
            label="Ab"
            name="from"
            type="datetime-local"
            hint="Leer: ab sofort"
            optional
            error={fields['from']}
          />
          <TextField
            label="Bis"
            name="until"
            type="datetime-local"
            hint="Dann endet sie von selbst"
            error={fields['until']}
          />
        </div>
        <SoundField sound={sound} onChange={setSound} error={fields['sound']} />
      </Form>
    </Dialog>
  )
}

const inputOf = (values: FormData): AnnouncementInput => ({
  text: textOf(values, 'text'),
  textEn: textOrNull(values, 'textEn'),
  textEinfach: textOrNull(values, 'textEinfach'),
  link: textOrNull(values, 'link'),
  important: values.get('important') === 'yes',
  lineIds: values.getAll('lineIds').filter((value) => typeof value === 'string'),
  from: textOrNull(values, 'from'),
  until: textOf(values, 'until'),
})
