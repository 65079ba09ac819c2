import type { Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { frameTexts } from '../../platform/ui/texts.ts'
import { appTexts } from './texts.ts'

/** Above the form: what this device still has of a report like it. A script shows it. */
export function DraftOffer({ frame }: { frame: Frame }) {
  const { draft } = appTexts[frame.lang]
  return (
    <section class="announcement" data-draft hidden aria-labelledby="entwurf">
      <Icon name="info" />
      <div>
        <h2 id="entwurf">
          <span data-title data-text={draft.title}></span>
        </h2>
        <p class="as-typed" data-begins></p>
        <p class="actions">
          <button class="kern-btn kern-btn--secondary" type="button" data-continue>
            <span class="kern-label">{draft.goOn}</span>
          </button>
          <button class="kern-btn kern-btn--tertiary" type="button" data-discard>
            <span class="kern-label">{draft.discard}</span>
          </button>
        </p>
      </div>
    </section>
  )
}

/** Above the form: what the city said about a report that this device had kept, each sentence a link to its field. */
export function DeviceFaults({ frame }: { frame: Frame }) {
  return (
    <div
      class="errors kern-alert kern-alert--danger"
      role="alert"
      aria-labelledby="geraet-fehler"
      tabindex={-1}
      data-faults
      hidden
    >
      <div class="kern-alert__header">
        <Icon name="danger" />
        <h2 id="geraet-fehler" class="kern-title">
          {frameTexts[frame.lang].errorsHeading}
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul></ul>
      </div>
    </div>
  )
}

/** Above the form's button: what happens without net, what is missing, and what this device keeps. A script shows them. */
export function DeviceNotes({ frame }: { frame: Frame }) {
  const { form } = appTexts[frame.lang]
  return (
    <div class="device-notes" data-device-notes data-missing={form.missing} data-full={form.full} hidden>
      <p class="announcement" data-offline data-button={form.later} hidden>
        <Icon name="info" />
        <span>{form.offline}</span>
      </p>
      <p role="alert" data-told></p>
      <div data-kept hidden>
        <p class="muted">{form.kept}</p>
        <p class="actions">
          <button class="kern-btn kern-btn--tertiary" type="button" data-forget>
            <span class="kern-label">{form.forget}</span>
          </button>
        </p>
      </div>
    </div>
  )
}
