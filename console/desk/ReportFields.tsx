import { useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { DeskCategory, IntakeDraft } from '../../src/desk/contract.ts'
import { answersOf } from '../reports/answersOf.ts'
import { QuestionField } from '../reports/QuestionField.tsx'
import { Checkbox, Notice } from '../ui/index.ts'
import { CategoryField } from './CategoryField.tsx'
import { categoriesQuery } from './deskApi.ts'
import { goOn } from './enterSteps.ts'
import { PlaceField } from './PlaceField.tsx'
import { readBackOf } from './reportRule.ts'
import { Say } from './Say.tsx'
import type { Intake } from './useIntake.ts'

interface Props {
  intake: Intake
  form: RefObject<HTMLFormElement | null>
  /** The call can also just be handed over, without a report. */
  canHandOver: boolean
  /** The field of what happened. */
  children: ReactNode
}

/** A complaint or hint as it is told: what, where, what its category asks, and who tells it. */
export function ReportFields({ intake, form, canHandOver, children }: Props) {
  const { draft, errors, tell } = intake
  const { categories, chosen } = useCategory(draft)
  const choose = (category: DeskCategory | null) => {
    flushSync(() => tell({ categoryId: category?.id ?? null }))
    const field = form.current?.querySelector<HTMLElement>('[name=category]')
    if (category && form.current && field) goOn(form.current, field)
  }
  return (
    <fieldset
      className="report"
      onChange={({ currentTarget }) => {
        const values = new FormData(currentTarget.form ?? undefined)
        if (chosen) tell({ answers: { ...draft.report?.answers, ...answersOf(values, chosen.questions) } })
      }}
    >
      <legend className="kern-sr-only">Meldung</legend>
      {canHandOver && !chosen && (
        <p className="muted">Möchte die Person nicht mehr sagen? Noch einmal F6: nur weitergeben.</p>
      )}
      <CategoryField categories={categories} chosen={chosen} error={errors.category} onChoose={choose} />
      {chosen?.instead && (
        <Notice tone="warning" urgent>
          {chosen.instead}
        </Notice>
      )}
      {chosen && chosen.place !== 'none' && (
        <>
          <PlaceField
            value={draft.report?.place ?? ''}
            optional={chosen.place === 'asked'}
            error={errors.place}
            onChange={(place) => tell({ place })}
          />
          <Checkbox
            label="Auf privatem Grund (öffentlich nur die ungefähre Gegend zeigen)"
            name="private"
            data-step
            checked={draft.report?.isPrivate ?? false}
            onChange={({ target }) => tell({ isPrivate: target.checked })}
          />
        </>
      )}
      {chosen?.questions.map((question) => (
        <QuestionField
          key={`${chosen.id} ${question.id}`}
          question={question}
          given={draft.report?.answers[question.id]}
          error={errors[`answers.${question.id}`]}
        />
      ))}
      {children}
      <Checkbox
        label="Die Person bleibt anonym"
        name="anonymous"
        data-step
        checked={draft.report?.anonymous ?? false}
        onChange={({ target }) => tell({ anonymous: target.checked })}
      />
    </fieldset>
  )
}

/** To be read to the caller before it is saved, and whose it will be. */
export function ReportReadBack({ draft }: { draft: IntakeDraft }) {
  const { chosen } = useCategory(draft)
  if (!chosen || draft.reason.trim() === '') return null
  return (
    <>
      <Say>{readBackOf(draft, chosen)}</Say>
      <p className="muted">{`Geht an: ${chosen.teamName}, weil „${chosen.name}“ dort bearbeitet wird.`}</p>
    </>
  )
}

function useCategory({ report }: IntakeDraft): {
  categories: readonly DeskCategory[]
  chosen: DeskCategory | null
} {
  const categories = useQuery(categoriesQuery).data?.categories ?? []
  return { categories, chosen: categories.find(({ id }) => id === report?.categoryId) ?? null }
}
