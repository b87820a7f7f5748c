import type { Rollup } from 'vite'
import type { Opening } from '../../src/app/page/openings'

export type Bundle = Readonly<Record<string, Rollup.OutputAsset | Rollup.OutputChunk>>

/** What the first script reads (`boot.js`). */
export interface Written {
  /** Files under `assets/`, without that folder; parts are numbers of these. */
  readonly files: readonly string[]
  readonly front: {
    /** What is painted in what the page has of its first page. */
    readonly pictures: readonly string[]
    readonly parts: readonly number[]
    /** The stored run. */
    readonly looks: readonly string[]
  }
  /** What the pages of a kind begin with: all, a lesson, a lab, a network. */
  readonly parts: Readonly<Record<string, readonly number[]>>
  /** By their address. */
  readonly pages: Readonly<Record<string, Opening & { readonly parts?: readonly number[] }>>
}

const folder = 'assets/'

/** The files of modules and of all that they import, without what every page has; style sheets last. */
export function partsOf(bundle: Bundle, modules: readonly string[], without: readonly string[] = []) {
  const found = new Set<string>()
  const sheets = new Set<string>()
  const need = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || found.has(name) || without.includes(name)) return
    found.add(name)
    for (const sheet of file.viteMetadata?.importedCss ?? []) sheets.add(sheet)
    file.imports.forEach(need)
  }
  for (const module of modules) need(chunkOf(bundle, module))
  return [...found, ...sheets].map((name) => name.replace(folder, ''))
}

/** The file of a module that has one of its own. */
function chunkOf(bundle: Bundle, module: string): string {
  const chunk = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module),
  )
  if (!chunk) throw new Error(`The build has no file for ${module}.`)
  return chunk.fileName
}
