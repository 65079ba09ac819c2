import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Category, Question, SmallPhoto } from '../../reports/index.ts'
import { AppHead } from '../app/AppHead.tsx'
import { appTexts } from '../app/texts.ts'
import { germanOn } from '../germanOnly.ts'
import { fieldsOf } from './draft.ts'
import type { Draft } from './keep.ts'
import { PhotoRow } from './PhotoField.tsx'
import { photoTexts } from './photoTexts.ts'
import { MeantPlace, PlaceAnswer } from './place/CheckedPlace.tsx'
import type { DraftPlace } from './place/placeOfDraft.ts'
import { reportTexts } from './texts.ts'

interface CheckPageProps {
  frame: Frame
  category: Category
  draft: Draft
  photos: readonly SmallPhoto[]
  where: DraftPlace
}

/** Everything once more; both buttons carry all of it, so what is shown is what is sent or changed. */
export function CheckPage({ frame, category, draft, photos, where }: CheckPageProps) {
  const { lang } = frame
  const texts = reportTexts[lang]
  const { check, form } = texts
  const reached = [draft.name, draft.email, draft.phone].map((part) => part.trim()).filter(Boolean)
  return (
    <Layout frame={frame} title={`${check.title} – ${texts.area}`} head={<AppHead frame={frame} />}>
      <h1>{check.title}</h1>
      <dl class="answers">
        <Answer term={check.category}>
          <span {...germanOn(lang)}>{category.name}</span>
        </Answer>
        <Answer term={form.description}>
          <span class="as-typed">{draft.description.trim()}</span>
        </Answer>
        {category.place !== 'none' && (
          <Answer term={form.place}>
            <PlaceAnswer where={where} isPrivate={draft.isPrivate} lang={lang} />
          </Answer>
        )}
        {category.questions.map((question) => (
          <Answer term={question.label}>
            <span {...germanOn(lang)}>{inWords(question, draft) || check.nothing}</span>
          </Answer>
        ))}
        <Answer term={check.contact}>{reached.length > 0 ? reached.join(', ') : check.anonymous}</Answer>
      </dl>
      {photos.length > 0 && (
        <form
          class="spaced"
          method="post"
          action={linkTo(frame, `/melden/${category.id}`)}
          aria-labelledby="fotos"
        >
          <Fields draft={draft} />
          <input type="hidden" name="pruefen" value="1" />
          <h2 id="fotos">{photoTexts[lang].there}</h2>
          <PhotoRow lang={lang} photos={photos} removable />
        </form>
      )}
      <form method="post" action={linkTo(frame, `/melden/${category.id}`)}>
        <Fields draft={draft} />
        <button class="kern-btn kern-btn--tertiary" type="submit" name="aendern" value="1">
          <span class="kern-label">{check.change}</span>
        </button>
      </form>
      <form
        method="post"
        action={linkTo(frame, `/melden/${category.id}/senden`)}
        data-report-send={category.id}
        data-name={category.name}
        data-sending={appTexts[lang].form.sending}
      >
        <Fields draft={draft} />
        <MeantPlace where={where} lang={lang} />
        <p class="spaced">
          {check.privacy} <a href={linkTo(frame, '/datenschutz')}>{check.privacyLink}</a>
        </p>
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{check.send}</span>
          </button>
        </div>
      </form>
    </Layout>
  )
}

const Fields = ({ draft }: { draft: Draft }) => (
  <>
    {fieldsOf(draft).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const Answer = ({ term, children }: { term: string; children: unknown }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

const inWords = ({ id, options }: Question, { answers }: Draft): string =>
  (answers[id] ?? [])
    .map((value) => options.find((option) => option.id === value)?.name ?? value.trim())
    .filter(Boolean)
    .join(', ')
