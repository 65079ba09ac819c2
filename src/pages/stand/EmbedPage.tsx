import { ErrorSummary, type FieldErrors } from '../../platform/ui/ErrorSummary.tsx'
import { Checkboxes } from '../../platform/ui/Checkboxes.tsx'
import type { Frame } from '../../platform/ui/frame.ts'
import { PAGE_LANGUAGES } from '../../platform/ui/language.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { Select } from '../../platform/ui/Select.tsx'
import { SANDBOX } from './oembed.ts'
import { standTexts } from './texts.ts'
import { COLOURS, WIDGET_PARTS, type WidgetOptions } from './widgetOptions.ts'

interface Props {
  frame: Frame
  options: WidgetOptions
  errors: FieldErrors
  code: string
  address: string
}

/** For a newspaper: what to show and how, the text to copy, and what it will look like. Without JavaScript. */
export function EmbedPage({ frame, options, errors, code, address }: Props) {
  const texts = standTexts[frame.lang]
  const errorOf = (name: string) => errors.find(([id]) => id === name)?.[1]
  return (
    <Layout frame={frame} title={texts.embedTitle}>
      <h1>{texts.embedTitle}</h1>
      <ErrorSummary lang={frame.lang} errors={errors} />
      <p>{texts.embedLead}</p>
      <form class="form" method="get" action="/stand/einbetten">
        {frame.byLink && <input type="hidden" name="lang" value={frame.lang} />}
        <Select
          id="sprache"
          name="sprache"
          label={texts.options.lang}
          value={options.lang}
          options={PAGE_LANGUAGES.map((value) => ({ value, text: texts.options.langs[value] }))}
          error={errorOf('sprache')}
        />
        <Select
          id="farbe"
          name="farbe"
          label={texts.options.colour}
          value={options.colour}
          options={COLOURS.map((value) => ({ value, text: texts.options.colours[value] }))}
          error={errorOf('farbe')}
        />
        <Checkboxes
          id="teile"
          name="teile"
          legend={texts.options.parts}
          values={errorOf('teile') ? [] : options.parts}
          options={WIDGET_PARTS.map((value) => ({ value, text: texts.options.names[value] }))}
          error={errorOf('teile')}
        />
        <button class="kern-btn kern-btn--secondary" type="submit">
          <span class="kern-label">{texts.options.button}</span>
        </button>
      </form>
      <div class="kern-form-input stand-code">
        <label class="kern-label" for="code">
          {texts.embedCode}
        </label>
        <textarea class="kern-form-input__input" id="code" rows={4} readonly spellcheck={false}>
          {code}
        </textarea>
      </div>
      <h2>{texts.embedLook}</h2>
      <iframe class="stand-frame" src={address} title={texts.title} height="640" sandbox={SANDBOX}></iframe>
    </Layout>
  )
}
