import type { Frame } from '../../platform/ui/frame.ts'
import { Select } from '../../platform/ui/Select.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import type { Filter } from './readAsked.ts'
import { publicTexts } from './texts.ts'

interface FilterFormProps {
  frame: Frame
  /** Where it is shown: only the list is searched by words. */
  action: '/meldungen' | '/meldungen/karte'
  filter: Filter
  categories: readonly { id: string; name: string }[]
}

/** Sent as a plain form: every list has an address. */
export function FilterForm({ frame, action, filter, categories }: FilterFormProps) {
  const texts = publicTexts[frame.lang]
  return (
    <search aria-label={texts.filter}>
      <form class="form" method="get" action={action}>
        {frame.byLink && <input type="hidden" name="lang" value={frame.lang} />}
        {action === '/meldungen' && (
          <TextField
            id="q"
            label={texts.words}
            hint={texts.wordsHint}
            value={filter.q ?? ''}
            errors={[]}
            width="medium"
            attributes={{ type: 'search', maxlength: 200, autocomplete: 'off' }}
          />
        )}
        <Select
          id="kategorie"
          name="kategorie"
          label={texts.category}
          value={filter.kategorie ?? ''}
          options={[
            { value: '', text: texts.anyCategory },
            ...categories.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Select
          id="stand"
          name="stand"
          label={texts.state}
          value={filter.stand ?? ''}
          options={[
            { value: '', text: texts.anyState },
            { value: 'offen', text: texts.open },
            { value: 'beendet', text: texts.ended },
          ]}
        />
        <button class="kern-btn kern-btn--secondary" type="submit">
          <span class="kern-label">{texts.button}</span>
        </button>
      </form>
    </search>
  )
}
