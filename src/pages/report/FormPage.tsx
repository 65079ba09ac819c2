import { Checkboxes } from '../../platform/ui/Checkboxes.tsx'
import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { Select } from '../../platform/ui/Select.tsx'
import { TextArea } from '../../platform/ui/TextArea.tsx'
import { TextField } from '../../platform/ui/TextField.tsx'
import type { Category, Question, SmallPhoto } from '../../reports/index.ts'
import { AppHead } from '../app/AppHead.tsx'
import { DeviceFaults, DeviceNotes, DraftOffer } from '../app/FormParts.tsx'
import { PhotoChooser } from '../app/PhotoChooser.tsx'
import { germanOn } from '../germanOnly.ts'
import { fieldOf } from './draft.ts'
import type { Draft } from './keep.ts'
import { PhotoField, PhotoRow } from './PhotoField.tsx'
import { photoTexts } from './photoTexts.ts'
import { PlaceFields, type PlaceMap } from './place/PlaceFields.tsx'
import { reportTexts } from './texts.ts'

interface FormPageProps {
  frame: Frame
  category: Category
  draft: Draft
  photos: readonly SmallPhoto[]
  errors: FieldErrors
  /** For a device to keep, and to show when there is no net. */
  isCopy?: boolean
  map?: PlaceMap | null
}

/** What happened, where, what the category asks, and whom the answer goes to. */
export function FormPage({
  frame,
  category,
  draft,
  photos,
  errors,
  isCopy = false,
  map = null,
}: FormPageProps) {
  const { lang } = frame
  const texts = reportTexts[lang]
  const { form } = texts
  const photo = photoTexts[lang]
  return (
    <Layout
      frame={frame}
      title={`${form.title} – ${texts.area}`}
      failed={errors.length > 0}
      head={
        <>
          <AppHead frame={frame} />
          {category.place !== 'none' && placeScript(frame)}
        </>
      }
    >
      <ErrorSummary errors={errors} lang={lang} />
      <DeviceFaults frame={frame} />
      <h1>{form.title}</h1>
      <p class="lead" {...germanOn(lang)}>
        {category.name}
      </p>
      {category.instead && (
        <section class="announcement" aria-labelledby="vorher">
          <Icon name="info" />
          <div>
            <h2 id="vorher">{form.before}</h2>
            <p {...germanOn(lang)}>{category.instead}</p>
          </div>
        </section>
      )}
      <DraftOffer frame={frame} />
      <form
        class="form"
        method="post"
        action={linkTo(frame, `/melden/${category.id}`)}
        enctype="multipart/form-data"
        novalidate
        data-report={category.id}
        data-name={category.name}
        data-needed={neededOf(category).join(' ')}
        data-copy={isCopy ? '' : undefined}
      >
        <input type="hidden" name="key" value={draft.key} />
        {/* Enter in a field presses a form's first button, and that must take no photo away. */}
        {photos.length > 0 && (
          <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true">
            {form.next}
          </button>
        )}
        <PhotoField
          label={photo.label}
          hint={category.published ? `${photo.hint} ${photo.published}` : photo.hint}
          there={photos.length}
          errors={errors}
        />
        <PhotoChooser frame={frame} there={photos.length} />
        {photos.length > 0 && <PhotoRow lang={lang} photos={photos} removable />}
        <TextArea
          id="description"
          label={form.description}
          hint={category.published ? `${form.descriptionHint} ${form.published}` : form.descriptionHint}
          value={draft.description}
          errors={errors}
          rows={6}
        />
        {category.place !== 'none' && (
          <PlaceFields category={category} draft={draft} errors={errors} lang={lang} map={map} />
        )}
        {category.questions.map((question) => (
          <div {...germanOn(lang)}>
            <Asked question={question} draft={draft} errors={errors} lang={lang} />
          </div>
        ))}
        <h2>{form.contact}</h2>
        <p>{form.contactLead}</p>
        <TextField
          id="name"
          label={form.name}
          hint={form.nameHint}
          value={draft.name}
          errors={errors}
          width="long"
          attributes={{ type: 'text', autocomplete: 'name', maxlength: 120 }}
        />
        <TextField
          id="email"
          label={form.email}
          hint={form.emailHint}
          value={draft.email}
          errors={errors}
          width="long"
          attributes={{ type: 'email', autocomplete: 'email', maxlength: 254, spellcheck: 'false' }}
        />
        <TextField
          id="phone"
          label={form.phone}
          hint={form.phoneHint}
          value={draft.phone}
          errors={errors}
          width="medium"
          attributes={{ type: 'tel', autocomplete: 'tel', maxlength: 40 }}
        />
        <DeviceNotes frame={frame} />
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label" data-send-label>
              {form.next}
            </span>
          </button>
        </div>
      </form>
      <p class="onward">
        <a href={linkTo(frame, '/melden')}>{form.back}</a>
      </p>
    </Layout>
  )
}

/** The fields that must not stay empty, for a device without net. */
const neededOf = ({ place, questions }: Category): string[] => [
  'description',
  ...(place === 'needed' ? ['place'] : []),
  ...questions.filter(({ kind, required }) => required && kind !== 'choices').map(({ id }) => fieldOf(id)),
]

function placeScript({ assets }: Frame) {
  const { place } = assets.scripts
  return place && <script type="module" src={place}></script>
}

interface AskedProps {
  question: Question
  draft: Draft
  errors: FieldErrors
  lang: Frame['lang']
}

function Asked({ question: { id, label, kind, required, options }, draft, errors, lang }: AskedProps) {
  const { form } = reportTexts[lang]
  const field = fieldOf(id)
  const values = draft.answers[id] ?? []
  const title = required ? label : `${label} ${form.optional}`
  const error = errors.find(([name]) => name === field)?.[1]
  const choices = options.map((option) => ({ value: option.id, text: option.name }))
  if (kind === 'choices')
    return (
      <Checkboxes id={field} name={field} legend={title} values={values} options={choices} error={error} />
    )
  if (kind === 'choice') {
    const open = [{ value: '', text: form.choose }, ...choices]
    return (
      <Select id={field} name={field} label={title} value={values[0] ?? ''} options={open} error={error} />
    )
  }
  const type =
    kind === 'date' ? { type: 'date' } : { type: 'text', inputmode: kind === 'number' ? 'decimal' : 'text' }
  return (
    <TextField
      id={field}
      label={title}
      hint=""
      value={values[0] ?? ''}
      errors={errors}
      width={kind === 'text' ? 'long' : 'short'}
      attributes={{ ...type, autocomplete: 'off', maxlength: 300 }}
    />
  )
}
