import type { ErrorComponentProps } from '@tanstack/react-router'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { messageOf } from '../platform/apiError.ts'
import { Button, Notice } from '../ui/index.ts'

/** In place of a page that could not be drawn. */
export function FailurePage({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary()
  const again = () => {
    queries.reset()
    reset()
  }
  return (
    <div className="page page--narrow">
      <Notice tone="danger" urgent>
        {messageOf(error)}
      </Notice>
      <Button variant="primary" onClick={again}>
        Noch einmal versuchen
      </Button>
    </div>
  )
}
