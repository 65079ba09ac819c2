// First, see there.
import './platform/noCodeFromText.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetOldDrafts } from './platform/drafts.ts'
import { queryClient, router } from './router.ts'
import './styles/console.css'

const root = document.getElementById('root')
if (!root) throw new Error('#root is missing')
forgetOldDrafts(Date.now())
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
