import { useEffect, useState } from 'react'
import { useSoftphone } from './SoftphoneProvider.tsx'

/** A bar that follows the voice, so that one sees that the headset hears. */
export function MicrophoneLevel() {
  const { phone } = useSoftphone()
  const [level, setLevel] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setLevel(phone?.level() ?? 0), 100)
    return () => clearInterval(timer)
  }, [phone])
  return (
    <meter className="microphone-level" min={0} max={1} value={level} aria-label="Lautstärke des Mikrofons" />
  )
}
