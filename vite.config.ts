import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Two results in dist/public: the staff console (one page) and the citizen pages' style sheet, named in the manifest.
export default defineConfig({
  plugins: [react()],
  root: '.',
  build: {
    outDir: 'dist/public',
    manifest: 'manifest.json',
    rolldownOptions: { input: { console: 'console/index.html', site: 'src/platform/ui/site.css' } },
  },
})
