import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { address } from './tools/address.mjs'
import { compress } from './tools/compressed.mjs'
import { isolation } from './tools/serve.mjs'
import { offline, serviceWorker } from './tools/offline.mjs'
import { lessons } from './tools/lessons/plugin.ts'
import { paintFirst } from './tools/front/paintFirst.ts'
import { front } from './tools/front/plugin.ts'
import { contentSecurityPolicy } from './tools/front/policy.ts'
import { licenses } from './tools/licenses/plugin.ts'
import { guide } from './tools/pages/guide.ts'
import { noteShipped } from './tools/licenses/shipped.ts'
import { opDetails } from './tools/op-details.mjs'
import { pageFiles } from './tools/page-files.mjs'
import { references } from './tools/references.mjs'
import { threadedWasm } from './tools/threaded-wasm.mjs'
import { importNoWorkerEntry } from './tools/worker-entry.mjs'
import { zoo } from './tools/zoo.mjs'

export default defineConfig({
  // Relative paths: the built folder works under any address without rewriting.
  base: './',
  plugins: [
    lessons(import.meta.dirname),
    react(),
    threadedWasm(),
    zoo(),
    opDetails(),
    references(),
    zoomWithoutFlights(),
    address(),
    front(),
    paintFirst(),
    contentSecurityPolicy(),
    noteShipped(),
    // In this order: the list of files for offline reading is made when all of them are there.
    serviceWorker(),
    licenses(),
    guide(),
    offline(),
    compress(),
  ],
  resolve: {
    alias: {
      'd3-transition': `${import.meta.dirname}/src/diagram/withoutTransitions.ts`,
      'react-style-singleton': `${import.meta.dirname}/src/ui/styleSingleton.ts`,
    },
  },
  worker: {
    format: 'es',
    // Workers are bundled on their own, with their own plugins.
    plugins: () => [threadedWasm(), importNoWorkerEntry(), noteShipped()],
  },
  build: {
    target: 'es2022',
    // A browser that does not know the hint fetches a moment later.
    modulePreload: {
      polyfill: false,
      // What every page has is there already, and its name would stand in every list.
      // Only the course has one, which most go on to from another page: what a page begins with is asked for by the first
      // script (tools/front), and parts come ahead while nobody waits.
      resolveDependencies: (name, files, { hostType }) =>
        hostType === 'js' && !/(^|\/)Course-/.test(name)
          ? []
          : files.filter((file) => !/(^|\/)(index|rolldown-runtime)-/.test(file)),
    },
    rolldownOptions: { output: { codeSplitting: { groups: pageFiles() } } },
    // Streaming compilation needs a WASM file of its own, and the policy below allows no font from a data: URL.
    assetsInlineLimit: (file) => (/\.(wasm|woff2?)$/.test(file) ? false : undefined),
  },
  optimizeDeps: { rolldownOptions: { plugins: [threadedWasm()] } },
  server: { headers: isolation },
})

/** `d3-zoom` without the package of which it uses nothing here. */
function zoomWithoutFlights(): Plugin {
  return {
    name: 'layerwise:zoom-without-flights',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, from) =>
      id === 'd3-interpolate' && from?.includes('/d3-zoom/')
        ? `${import.meta.dirname}/src/diagram/withoutFlights.ts`
        : undefined,
  }
}
