import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

/** A native modal dialog: keeps the focus inside, Escape calls `onClose`, focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  footer,
  children,
}: {
  title: string
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it is taken out of the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      const caret = caretOf(before)
      dialog?.close()
      // The browser gives back the focus, not the place in the text.
      caret?.()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className="kern-dialog dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog__header">
        <h2 className="kern-heading-medium" id={id}>
          {title}
        </h2>
      </div>
      <div className="dialog__body">{children}</div>
      {footer && <div className="dialog__footer">{footer}</div>}
    </dialog>
  )
}

/** How to put the caret back where it stands now; null for what has none. */
function caretOf(element: Element | null): (() => void) | null {
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return null
  const { selectionStart: start, selectionEnd: end } = element
  return start === null ? null : () => element.setSelectionRange(start, end)
}
