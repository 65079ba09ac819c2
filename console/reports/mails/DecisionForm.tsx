import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DecisionInput, MailView } from '../../../src/reports/mail/contract.ts'
import { announce } from '../../platform/announce.ts'
import { fieldsOf } from '../../platform/apiError.ts'
import { Form, NamedOptions, RadioGroup, Select, TextField, textOf } from '../../ui/index.ts'
import { categoriesQuery } from '../queries.ts'
import { mailsApi } from './queries.ts'

type Choice = DecisionInput['as']

const CHOICES: readonly { value: Choice; label: string }[] = [
  { value: 'report', label: 'Neue Meldung daraus machen' },
  { value: 'case', label: 'Gehört zu einem Anliegen' },
  { value: 'discarded', label: 'Beiseitelegen' },
]
const SAID: Readonly<Record<Choice, string>> = {
  report: 'Daraus ist eine Meldung geworden.',
  case: 'Die E-Mail steht jetzt am Anliegen.',
  discarded: 'Die E-Mail ist beiseitegelegt.',
}

/** Somebody decides about a mail that waits. */
export function DecisionForm({ of, intake }: { of: MailView; intake: string | null }) {
  const client = useQueryClient()
  const [as, setAs] = useState<Choice>(of.case ? 'case' : 'report')
  const { categories } = useSuspenseQuery(categoriesQuery).data
  const decide = useMutation({
    mutationFn: mailsApi.decide,
    async onSuccess(_answer, { decision }) {
      announce(SAID[decision.as])
      await client.invalidateQueries({ queryKey: ['mails'] })
      await client.invalidateQueries({ queryKey: ['reports', 'list'] })
    },
  })
  const fields = fieldsOf(decide.error)
  const decisionOf = (values: FormData): DecisionInput => {
    if (as === 'report') return { as, category: textOf(values, 'category') }
    return as === 'case' ? { as, number: textOf(values, 'number') } : { as }
  }
  return (
    <Form
      label={`Entscheidung über die E-Mail von ${of.sender ?? 'unbekannt'}`}
      error={decide.error}
      busy={decide.isPending}
      submit="So entscheiden"
      onSubmit={(values) => decide.mutate({ id: of.id, decision: decisionOf(values) })}
    >
      <RadioGroup
        legend="Was soll daraus werden?"
        name={`as-${of.id}`}
        value={as}
        options={CHOICES}
        onChange={setAs}
      />
      {as === 'report' && (
        <Select label="Kategorie" name="category" defaultValue={intake ?? ''} error={fields['category']}>
          <option value="">bitte wählen</option>
          <NamedOptions of={categories.filter(({ active }) => active)} />
        </Select>
      )}
      {as === 'case' && (
        <TextField
          label="Nummer des Anliegens"
          name="number"
          autoComplete="off"
          defaultValue={of.case?.number ?? ''}
          error={fields['number']}
        />
      )}
    </Form>
  )
}
