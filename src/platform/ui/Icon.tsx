/** KERN's icons that these pages use; whole class names, because the build keeps only those it finds in the sources. */
const CLASSES = {
  info: 'kern-icon--info',
  check: 'kern-icon--check',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
  help: 'kern-icon--help',
  forward: 'kern-icon--arrow-forward',
  search: 'kern-icon--search',
} as const

/** A picture that repeats what the word beside it says; hidden from those who listen. */
export function Icon({ name }: { name: keyof typeof CLASSES }) {
  return <span class={`kern-icon ${CLASSES[name]}`} aria-hidden="true"></span>
}
