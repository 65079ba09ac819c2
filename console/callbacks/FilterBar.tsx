import type { WorklistItem } from '../../src/callbacks/contract.ts'
import { SPEECH, speech } from '../../src/shared/speech.ts'
import { useHotkeys } from '../platform/hotkeys.ts'
import { useMe } from '../platform/session.ts'
import { Kbd, NamedOptions, Options, RadioGroup, Select } from '../ui/index.ts'
import type { Filters } from './filters.ts'

interface Props {
  items: readonly WorklistItem[]
  filters: Filters
  change: (part: Filters) => void
}

const WHO = [
  { value: 'alle', key: 'A', label: 'alle' },
  { value: 'meine', key: 'M', label: 'meine' },
  { value: 'faellig', key: 'F', label: 'fällig' },
] as const

/** Whose, which service, which language: each a key or a list, and all of it in the address. */
export function FilterBar({ items, filters, change }: Props) {
  const who = (value: (typeof WHO)[number]['value']) => change({ wer: value === 'alle' ? undefined : value })
  useHotkeys({ a: () => who('alle'), m: () => who('meine'), f: () => who('faellig') })
  return (
    <div className="filters">
      <RadioGroup
        legend={<span className="kern-sr-only">Wessen?</span>}
        name="who"
        value={filters.wer ?? 'alle'}
        options={WHO.map(({ value, key, label }) => ({
          value,
          label: (
            <>
              {label} <Kbd>{key}</Kbd>
            </>
          ),
        }))}
        onChange={who}
      />
      <ServiceFilter items={items} filters={filters} change={change} />
      <LanguageFilter filters={filters} change={change} />
    </div>
  )
}

function ServiceFilter({ items, filters, change }: Props) {
  const services = new Map(
    items.flatMap(({ serviceId: id, serviceName: name }) =>
      id && name ? [[id, { id, name }] as const] : [],
    ),
  )
  const { leistung } = filters
  if (leistung && !services.has(leistung)) services.set(leistung, { id: leistung, name: leistung })
  const sorted = [...services.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
  return (
    <Select
      label="Leistung"
      value={leistung ?? ''}
      onChange={({ currentTarget }) => change({ leistung: currentTarget.value || undefined })}
    >
      <option value="">alle</option>
      <NamedOptions of={sorted} />
    </Select>
  )
}

function LanguageFilter({ filters, change }: Omit<Props, 'items'>) {
  const { languages } = useMe()
  const own = languages.map((code) => SPEECH[code]).join(', ')
  return (
    <Select
      label="Sprache"
      value={filters.sprache ?? (own ? '' : 'alle')}
      onChange={({ currentTarget: { value } }) => {
        const chosen = speech.safeParse(value)
        change({ sprache: chosen.success ? chosen.data : value === 'alle' && own ? 'alle' : undefined })
      }}
    >
      {own && <option value="">meine: {own}</option>}
      <option value="alle">alle</option>
      <Options of={SPEECH} />
    </Select>
  )
}
