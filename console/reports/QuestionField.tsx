import { useId } from 'react'
import type { CategoriesView } from '../../src/reports/categories/contract.ts'
import { FieldError, NamedOptions, Select, TextField } from '../ui/index.ts'

export type Question = CategoriesView['categories'][number]['questions'][number]

interface Props {
  question: Question
  error: string | undefined
  /** What was answered before; the field keeps its own value from then on. */
  given?: string | readonly string[] | undefined
}

/** What a category asks, as a field named `answers.ID` and a step of its form. */
export function QuestionField({ question, error, given }: Props) {
  const { id, label, kind, required, options } = question
  const same = {
    label,
    name: `answers.${id}`,
    optional: !required,
    error,
    defaultValue: typeof given === 'string' ? given : '',
    'data-step': true,
  }
  switch (kind) {
    case 'choices':
      return <Choices question={question} error={error} given={given} />
    case 'choice':
      return (
        <Select {...same}>
          <option value="">bitte wählen</option>
          <NamedOptions of={options} />
        </Select>
      )
    case 'date':
      return <TextField {...same} type="date" />
    case 'number':
      return <TextField {...same} inputMode="decimal" autoComplete="off" />
    case 'text':
      return <TextField {...same} autoComplete="off" />
  }
}

function Choices({ question: { id, label, required, options }, error, given }: Props) {
  const errorId = useId()
  return (
    <fieldset
      className="radios"
      aria-describedby={error ? errorId : undefined}
      data-invalid={error ? true : undefined}
    >
      <legend className="kern-label">
        {label}
        {!required && <span className="kern-label__optional"> (freiwillig)</span>}
      </legend>
      <div className="radios__row">
        {options.map((option) => (
          <label className="radio" key={option.id}>
            <input
              type="checkbox"
              name={`answers.${id}`}
              value={option.id}
              defaultChecked={given?.includes(option.id) ?? false}
              data-step
            />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  )
}
