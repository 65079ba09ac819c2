import { z } from 'zod'

// The page's content policy forbids code made from text. zod would try it once when the first schema is made,
// and the browser would report it: so `main.tsx` imports this before everything else, and `api.ts` again, which
// makes the bundler put it at the head of the part that all pages share.
z.config({ jitless: true })
