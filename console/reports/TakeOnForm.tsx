import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fieldsOf } from '../platform/apiError.ts'
import { telling } from '../platform/told.ts'
import { Button, Card, Form, NamedOptions, Select, TextField, textOf, useFocusFirst } from '../ui/index.ts'
import { answersOf } from './answersOf.ts'
import { categoriesQuery, reportsApi } from './queries.ts'
import { QuestionField } from './QuestionField.tsx'

/** A case that came by telephone becomes a report: its category asks what else it needs to know. */
export function TakeOnForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [id, setId] = useState('')
  const client = useQueryClient()
  const navigate = useNavigate()
  const categories = (useQuery(categoriesQuery).data?.categories ?? []).filter(({ active }) => active)
  const category = categories.find((one) => one.id === id)
  const save = useMutation({
    mutationFn: (values: FormData) =>
      reportsApi.takeOn(caseId, {
        category: id,
        place: textOf(values, 'place'),
        answers: answersOf(values, category?.questions ?? []),
      }),
    async onSuccess() {
      client.removeQueries({ queryKey: ['reports', 'case', caseId] })
      await navigate({
        to: '/meldungen/$id',
        params: { id: caseId },
        state: telling('Das Anliegen ist jetzt eine Meldung.'),
      })
    },
  })
  const fields = fieldsOf(save.error)
  const first = useFocusFirst<HTMLElement>()
  return (
    <Card title="Als Meldung aufnehmen" ref={first}>
      <p className="muted">
        Der Text des Anliegens bleibt die Beschreibung. Ohne Antwort kann die Meldung dann nicht enden.
      </p>
      <Form
        label="Als Meldung aufnehmen"
        error={save.error}
        busy={save.isPending}
        submit="Als Meldung aufnehmen"
        onSubmit={(values) => save.mutate(values)}
        aside={<Button onClick={onClose}>Abbrechen</Button>}
      >
        <Select
          label="Kategorie"
          name="category"
          value={id}
          error={fields['category']}
          onChange={({ currentTarget }) => setId(currentTarget.value)}
        >
          <option value="">bitte wählen</option>
          <NamedOptions of={categories} />
        </Select>
        {category?.instead && <p className="guidance">{category.instead}</p>}
        {category && category.place !== 'none' && (
          <TextField
            label="Wo ist das?"
            name="place"
            hint="Straße und Hausnummer, oder in Worten: „neben der Bank im Park“"
            optional={category.place === 'asked'}
            autoComplete="off"
            error={fields['place']}
          />
        )}
        {category?.questions.map((question) => (
          <QuestionField
            key={`${id} ${question.id}`}
            question={question}
            error={fields[`answers.${question.id}`]}
          />
        ))}
      </Form>
    </Card>
  )
}
