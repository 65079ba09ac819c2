import type { Frame } from '../../platform/ui/frame.ts'
import { MARK_COLOR } from '../../platform/ui/mark.ts'

/** In the head of each page for reporting: how a device keeps it, and the script for what happens on the device. */
export function AppHead({ frame }: { frame: Frame }) {
  const { scripts, icons } = frame.assets
  const touchIcon = icons['icon-maskable-192']
  return (
    <>
      <link rel="manifest" href="/app/manifest.webmanifest" />
      {touchIcon && <link rel="apple-touch-icon" href={touchIcon} />}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={MARK_COLOR} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0d1a40" />
      {scripts.report && <script type="module" src={scripts.report}></script>}
    </>
  )
}
