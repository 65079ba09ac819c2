import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { germanOn } from '../germanOnly.ts'
import { appTexts } from './texts.ts'

/** Reports that this device keeps. The server knows none of them: a script draws each by the template, or nothing is seen. */
export function DeviceList({ frame }: { frame: Frame }) {
  const { lang } = frame
  const { list } = appTexts[lang]
  return (
    <section class="block device" data-device-list hidden aria-labelledby="geraet">
      <h2 id="geraet" tabindex={-1}>
        {list.title}
      </h2>
      <p>{list.kept}</p>
      <p>
        <output data-told></output>
      </p>
      <ul class="device__entries" data-entries></ul>
      <template data-entry>
        <li data-key>
          <p class="state state--open" data-if="sent">
            <Icon name="success" />
            <strong>{list.sent}</strong>
          </p>
          <p class="state state--closed" data-if="waiting">
            <Icon name="info" />
            <strong>{list.waiting}</strong>
          </p>
          <p class="state state--closed" data-if="refused">
            <Icon name="warning" />
            <strong>{list.refused}</strong>
          </p>
          <h3 {...germanOn(lang)}>
            <span data-category></span>
          </h3>
          <p class="as-typed" data-description></p>
          <p class="muted" data-photos data-one={list.onePhoto} data-many={list.photos}></p>
          <dl class="answers" data-if="sent">
            <div>
              <dt>{list.number}</dt>
              <dd class="number" data-number></dd>
            </div>
            <div>
              <dt>{list.secret}</dt>
              <dd lang="de" data-secret></dd>
            </div>
          </dl>
          <p data-if="sent">{list.keep}</p>
          <ul class="notices" data-if="refused" data-faults></ul>
          <p class="actions">
            <button class="kern-btn kern-btn--secondary" type="button" data-send data-if="waiting">
              <span class="kern-label">{list.sendNow}</span>
            </button>
            <a
              class="kern-btn kern-btn--secondary"
              href={linkTo(frame, '/melden')}
              data-edit
              data-if="waiting refused"
            >
              <span class="kern-label">{list.edit}</span>
            </a>
            <button class="kern-btn kern-btn--tertiary" type="button" data-remove>
              <span class="kern-label">{list.remove}</span>
            </button>
          </p>
        </li>
      </template>
    </section>
  )
}
