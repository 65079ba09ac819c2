import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { appIcons } from './src/pages/app/icons.vite.ts'
import { precompressed } from './src/platform/http/precompressed.vite.ts'
import { cutFonts } from './src/platform/ui/cutFonts.vite.ts'
import { kernSubset } from './src/platform/ui/kernSubset.vite.ts'

// In dist/public: the staff console (one page) and, named in the manifest, the citizen pages' style sheet and script.
export default defineConfig({
  plugins: [
    react(),
    cutFonts(
      'src/platform/ui/site.css',
      'node_modules/@kern-ux/native/dist/fonts/fira-sans',
      resolve('dist/fonts'),
    ),
    appIcons(),
    precompressed(),
  ],
  root: '.',
  css: { postcss: { plugins: [kernSubset('src/platform/ui/site.css', ['src/platform/ui', 'src/pages'])] } },
  build: {
    outDir: 'dist/public',
    manifest: 'manifest.json',
    // The console is opened once a day and kept; one file beats a dozen.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: {
        console: 'console/index.html',
        site: 'src/platform/ui/site.css',
        enhance: 'src/platform/ui/enhance.ts',
        report: 'src/pages/app/browser/report.ts',
        worker: 'src/pages/app/browser/worker.ts',
        reportMap: 'src/pages/publicReports/browser/reportMap.ts',
        place: 'src/pages/report/browser/place.ts',
      },
    },
  },
})
