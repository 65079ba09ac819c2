export type IconName =
  | 'account-circle'
  | 'add'
  | 'arrow-back'
  | 'arrow-forward'
  | 'autorenew'
  | 'check'
  | 'close'
  | 'content-copy'
  | 'danger'
  | 'delete'
  | 'edit'
  | 'help'
  | 'info'
  | 'logout'
  | 'more-vert'
  | 'search'
  | 'success'
  | 'warning'

/** A KERN icon; only beside the word that says the same. */
export function Icon({ name }: { name: IconName }) {
  return <span className={`icon kern-icon kern-icon--${name}`} aria-hidden="true" />
}
