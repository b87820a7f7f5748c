// After a build: the service worker that keeps the site, and the list of its files with their hashes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { afterBuild } from './afterBuild.mjs'
import { noteShipped } from './licenses/shipped.ts'
import { root } from './packages.mjs'

/** What is fetched otherwise (weights), by nobody who reads (pictures for others), or is made from the rest. */
const leftOut =
  /(^|\/)(models\/added\/.*|weights\.bin|preview\.png|screenshot\.png|offline\.json|sw\.js|.*\.(br|gz|map|md|ttf|woff))$/

/**
 * @param {string} folder a built site
 * @returns {{ path: string, bytes: number, sha256: string }[]} its files, sorted by path
 */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path))
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    })
}

/**
 * What starts a page: itself, and every file that it names.
 * @param {string} html
 * @param {readonly { path: string, sha256: string }[]} files
 */
export function shellOf(html, files) {
  const named = new Set([...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path))
  return files
    .filter(({ path }) => path === 'index.html' || named.has(path))
    .map(({ path, sha256 }) => ({
      url: path,
      // The name of a file under assets/ has a hash already.
      revision: path.startsWith('assets/') ? null : sha256.slice(0, 16),
    }))
}

/**
 * The service worker, which knows what starts a page.
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  return afterBuild('layerwise:service-worker', async (folder) => {
    const shell = shellOf(readFileSync(join(folder, 'index.html'), 'utf8'), filesOf(folder))
    const { build } = await import('vite')
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [noteShipped()],
      define: { SHELL: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' },
      publicDir: false,
      build: {
        target: 'es2022',
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(root, 'src/offline/sw.ts'),
          formats: ['iife'],
          name: 'worker',
          fileName: () => 'sw.js',
        },
      },
    })
  })
}

/**
 * The list of files, when all of them are there.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  return afterBuild('layerwise:offline', (folder) =>
    writeFileSync(join(folder, 'offline.json'), JSON.stringify({ files: filesOf(folder) })),
  )
}
