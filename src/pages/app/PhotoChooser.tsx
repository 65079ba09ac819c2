import type { Frame } from '../../platform/ui/frame.ts'
import { MOST_PHOTOS } from '../../reports/index.ts'
import { appTexts } from './texts.ts'

/** The camera first: what a script puts in place of the browser's own field for files, and pictures of what was chosen. */
export function PhotoChooser({ frame, there }: { frame: Frame; there: number }) {
  const { photos } = appTexts[frame.lang]
  return (
    <div
      class="photo-chooser"
      data-photo-chooser
      data-most={MOST_PHOTOS - there}
      data-too-many={photos.tooMany(MOST_PHOTOS)}
      hidden
    >
      <p class="photo-chooser__buttons" data-photo-buttons hidden>
        <button class="kern-btn kern-btn--primary photo-chooser__camera" type="button" data-camera>
          <span class="kern-label">{photos.camera}</span>
        </button>
        <button class="kern-btn kern-btn--secondary" type="button" data-pictures>
          <span class="kern-label">{photos.pictures}</span>
        </button>
      </p>
      <ul class="photos" aria-label={photos.chosen} data-chosen></ul>
      <p role="alert" data-photo-told></p>
      <template data-photo>
        <li>
          <canvas data-label={photos.one} width="1" height="1"></canvas>
          <button class="kern-btn kern-btn--tertiary" type="button">
            <span class="kern-label">
              <span class="kern-sr-only" data-name></span> {photos.remove}
            </span>
          </button>
        </li>
      </template>
    </div>
  )
}
