import { useState } from 'react'
import {
  Button,
  Checkbox,
  FieldError,
  listErrorOf,
  Options,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { Category } from './categoryForm.ts'

const KINDS = {
  text: 'Text',
  number: 'Zahl',
  date: 'Datum',
  choice: 'eine Antwort auswählen',
  choices: 'mehrere Antworten auswählen',
} as const
type Question = Category['questions'][number]

const isKind = (value: string): value is Question['kind'] => value in KINDS

interface Props {
  known: readonly Question[]
  fields: Readonly<Record<string, string>>
}

/** What the category asks besides what happened and where. A question whose text is emptied is taken away. */
export function QuestionsEditor({ known, fields }: Props) {
  const [count, setCount] = useState(known.length)
  const sentence = listErrorOf(fields, 'questions')
  return (
    <fieldset className="radios report-questions__set">
      <legend className="kern-label">Fragen</legend>
      <p className="muted">Eine Frage ohne Text fällt weg. Höchstens zehn.</p>
      <FieldError id="questions-error" error={sentence} />
      <div className="report-questions">
        {Array.from({ length: count }, (_, place) => (
          <QuestionRow key={place} place={place} of={known[place]} />
        ))}
      </div>
      {count < 10 && <Button onClick={() => setCount(count + 1)}>Frage hinzufügen</Button>}
    </fieldset>
  )
}

function QuestionRow({ place, of }: { place: number; of: Question | undefined }) {
  const [kind, setKind] = useState<Question['kind']>(of?.kind ?? 'text')
  const name = (field: string) => `questions.${place}.${field}`
  const nth = `Frage ${place + 1}`
  return (
    <fieldset className="report-questions__one" aria-label={nth}>
      <input type="hidden" name="question" value={place} />
      <input type="hidden" name={name('id')} value={of?.id ?? ''} />
      <div className="field-row">
        <TextField label={nth} name={name('label')} autoComplete="off" defaultValue={of?.label} />
        <Select
          label="Art der Antwort"
          name={name('kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) => isKind(value) && setKind(value)}
        >
          <Options of={KINDS} />
        </Select>
      </div>
      {(kind === 'choice' || kind === 'choices') && (
        <TextArea
          label="Antworten"
          name={name('options')}
          hint="Eine je Zeile, mindestens zwei"
          rows={Math.max(3, (of?.options.length ?? 0) + 1)}
          defaultValue={of?.options.map((option) => option.name).join('\n')}
        />
      )}
      <Checkbox label="Muss beantwortet werden" name={name('required')} defaultChecked={of?.required} />
    </fieldset>
  )
}
