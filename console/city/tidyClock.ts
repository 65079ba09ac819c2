/** A time as people type it, in the one written form: '8' → '08:00', '8:30' → '08:30', '1330' → '13:30'. Anything else stays as typed. */
export function tidyClock(typed: string): string {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?(?: ?Uhr)?$/i.exec(typed.trim())
  if (!parts) return typed
  const [, hours = '', minutes = '00'] = parts
  return `${hours.padStart(2, '0')}:${minutes}`
}
