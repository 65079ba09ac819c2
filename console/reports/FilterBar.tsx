import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useHotkeys } from '../platform/hotkeys.ts'
import { Form, Kbd, NamedOptions, RadioGroup, Select, TextField, textOf } from '../ui/index.ts'
import type { Filters } from './filters.ts'
import { categoriesQuery, reportsQuery } from './queries.ts'

interface Props {
  filters: Filters
  change: (part: Filters) => void
}

const SHOW = [
  { value: 'offen', key: 'O', label: 'offen' },
  { value: 'zurueckgelegt', key: 'Z', label: 'zurückgelegt' },
  { value: 'beantwortet', key: 'B', label: 'beantwortet' },
] as const
const WHO = [
  { value: 'alle', key: 'A', label: 'alle' },
  { value: 'meine', key: 'M', label: 'meine' },
  { value: 'niemand', key: 'N', label: 'bei niemandem' },
] as const

const withKeys = <V extends string>(of: readonly { value: V; key: string; label: string }[]) =>
  of.map(({ value, key, label }) => ({
    value,
    label: (
      <>
        {label} <Kbd>{key}</Kbd>
      </>
    ),
  }))

/** Open, put away or answered, whose, which category, which team, which words: each a key, a list or a field, and all of it in the address. */
export function FilterBar({ filters, change }: Props) {
  const show = (value: (typeof SHOW)[number]['value']) =>
    change({ zeigen: value === 'offen' ? undefined : value })
  const who = (value: (typeof WHO)[number]['value']) => change({ wer: value === 'alle' ? undefined : value })
  useHotkeys({
    o: () => show('offen'),
    z: () => show('zurueckgelegt'),
    b: () => show('beantwortet'),
    a: () => who('alle'),
    m: () => who('meine'),
    n: () => who('niemand'),
  })
  const categories = useQuery(categoriesQuery).data?.categories ?? []
  // Of the list that is shown; the bar does not wait for it.
  const teams = useInfiniteQuery(reportsQuery(filters)).data?.pages[0]?.teams ?? []
  return (
    <div className="filters">
      <RadioGroup
        legend={<span className="kern-sr-only">Welche?</span>}
        name="show"
        value={filters.zeigen ?? 'offen'}
        options={withKeys(SHOW)}
        onChange={show}
      />
      <RadioGroup
        legend={<span className="kern-sr-only">Wessen?</span>}
        name="who"
        value={filters.wer ?? 'alle'}
        options={withKeys(WHO)}
        onChange={who}
      />
      <Select
        label="Kategorie"
        value={filters.kategorie ?? ''}
        onChange={({ currentTarget }) => change({ kategorie: currentTarget.value || undefined })}
      >
        <option value="">alle</option>
        <NamedOptions of={categories} />
      </Select>
      {teams.length > 1 && (
        <Select
          label="Team"
          value={filters.team ?? ''}
          onChange={({ currentTarget }) => change({ team: currentTarget.value || undefined })}
        >
          <option value="">alle</option>
          <NamedOptions of={teams} />
        </Select>
      )}
      <Form
        key={filters.worte ?? ''}
        label="Suchen"
        error={null}
        busy={false}
        submit="Suchen"
        onSubmit={(values) => change({ worte: textOf(values, 'worte').trim() || undefined })}
      >
        <TextField
          label="Worte oder Ort"
          name="worte"
          type="search"
          autoComplete="off"
          maxLength={200}
          defaultValue={filters.worte ?? ''}
        />
      </Form>
    </div>
  )
}
