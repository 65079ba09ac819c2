import { Icon } from '../../../platform/ui/Icon.tsx'

/** What has just happened, or why not; nothing without a text. */
export function Notice({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <p class="announcement">
      <Icon name="info" />
      <span>{text}</span>
    </p>
  )
}
