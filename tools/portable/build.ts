import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite'
import config from '../../vite.config'
import { root } from '../packages.mjs'

/** How the worker is made in the ordinary site (`src/runtime/lane.ts`). */
const created = "new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })"

const here = (file: string) => join(root, 'tools/portable', file)

/**
 * Builds the site so that `index.html` runs when it is opened by a double click, into `folder`. From a folder a browser
 * runs classic scripts and nothing else: no modules, no workers from files, no `fetch`. So the site is one script, its
 * worker and WebAssembly lie in it, and every other file is a script that hands over its content (`page.js`).
 */
export async function buildPortable(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const own: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [inlineWorker(), classicScripts()],
    worker: {
      format: 'iife',
      plugins: () => [askingWorker()],
      rolldownOptions: { output: { codeSplitting: false } },
    },
    build: {
      outDir: folder,
      emptyOutDir: true,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 1e6,
      assetsInlineLimit: (file: string) => !/\.(woff2?|ttf)$/.test(file),
      rolldownOptions: { output: { format: 'iife', codeSplitting: false } },
    },
  }
  const base = {
    ...config,
    plugins: config.plugins?.filter((plugin) => !forServers.includes(nameOf(plugin) ?? '')),
  }
  // This process runs Vite for development, and a build must not inherit that.
  process.env.NODE_ENV = 'production'
  await build(mergeConfig(base, own))
  writeFileSync(join(folder, 'portable.js'), readFileSync(here('page.js')))
  for (const path of packed(folder)) pack(folder, path)
  for (const name of readOnly) rmSync(join(folder, name), { recursive: true })
}

/** What a folder without a server has no use for. */
const forServers = [
  'layerwise:paint-first',
  'layerwise:service-worker',
  'layerwise:offline',
  'layerwise:compress',
]

const nameOf = (plugin: unknown) => (plugin as Partial<Plugin> | null)?.name

/** The worker as text inside of the script, and with it what asks the page for files. */
function inlineWorker(): Plugin {
  return {
    name: 'layerwise:inline-worker',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/src/runtime/lane.ts')) {
        if (!code.includes(created))
          throw new Error('The worker is no longer made as tools/portable expects.')
        return [
          "import InlineWorker from './worker.ts?worker&inline'",
          `import { answering } from '${here('lane.ts')}'`,
          code.replace(created, 'answering(new InlineWorker({ name }))'),
        ].join('\n')
      }
      return undefined
    },
  }
}

/** What asks the page for files comes first in the worker. */
function askingWorker(): Plugin {
  return {
    name: 'layerwise:asking-worker',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/runtime\/worker\.ts(\?|$)/.test(id) ? `import '${here('worker.ts')}'\n${code}` : undefined,
  }
}

/** `index.html` with scripts that a browser runs from a folder, and the one before them that lets them read files. */
function classicScripts(): Plugin {
  return {
    name: 'layerwise:classic-scripts',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          // A folder has no origin that its scripts could be told by.
          .replace(/; require-trusted-types-for[^"]*/, '')
          .replace(/<link\s+rel="(?:modulepreload|preload|manifest)"[^>]*>/g, '')
          .replace(/ crossorigin(?:="[^"]*")?/g, '')
          .replace(
            /<script type="module"/g,
            '<script defer src="./portable.js"></script>\n    <script defer',
          ),
    },
  }
}

/** Folders whose files are only asked for by `fetch`; pictures are also shown as they are. */
const readOnly = ['models', 'runs']

/** What the site asks for by `fetch`. */
function packed(folder: string): readonly string[] {
  return [...readOnly, 'images'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
}

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  json: 'application/json',
  bin: 'application/octet-stream',
}

function pack(folder: string, path: string): void {
  const type = types[path.slice(path.lastIndexOf('.') + 1)]
  if (!type) throw new Error(`tools/portable does not know the type of ${path}.`)
  const address = `data:${type};base64,${readFileSync(join(folder, path)).toString('base64')}`
  const target = join(folder, 'pack', `${path}.js`)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, `layerwisePack(${JSON.stringify(path)}, ${JSON.stringify(address)})\n`)
}

/** Whether a folder holds a site that was built so. */
export function isPortable(folder: string): boolean {
  return existsSync(join(folder, 'portable.js'))
}
