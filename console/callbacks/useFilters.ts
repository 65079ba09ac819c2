import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Filters, keepFilters } from './filters.ts'

/** What of the list is shown: in the address, and kept on this computer for the next visit. */
export function useFilters(): { filters: Filters; change: (part: Filters) => void } {
  const filters = useSearch({ from: '/shell/rueckrufe' })
  const navigate = useNavigate()
  const change = (part: Filters): void => {
    const search = Object.fromEntries(
      Object.entries({ ...filters, ...part }).filter(([, value]) => value !== undefined),
    ) satisfies Filters
    keepFilters(search)
    void navigate({ to: '/rueckrufe', search, replace: true })
  }
  return { filters, change }
}
