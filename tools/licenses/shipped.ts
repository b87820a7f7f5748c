import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { root } from '../packages.mjs'

/** A package of which something is in the built site. */
export interface Package {
  readonly name: string
  readonly version: string
  /** As the package states it, an SPDX expression. */
  readonly license: string
  readonly author: string
  /** Where it lies on this disk. */
  readonly folder: string
}

const folders = new Set<string>()

/**
 * Notes of which packages there is something in a bundle: code that is left when the unused is gone, style sheets, and
 * files (fonts, WebAssembly). The page, its worker and the service worker are bundles of their own; each needs one.
 */
export function noteShipped(): Plugin {
  return {
    name: 'layerwise:note-shipped',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const sources =
          file.type === 'asset'
            ? file.originalFileNames
            : Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
                renderedLength > 0 ? [id] : [],
              )
        sources.forEach(note)
      }
      // What a style sheet becomes belongs to no chunk.
      for (const id of this.getModuleIds()) if (/\.css(\?|$)/.test(id)) note(id)
    },
  }
}

function note(id: string): void {
  const folder = folderOf(id)
  if (folder) folders.add(folder)
}

/** The folder of the package that a module belongs to; `undefined` for the site's own and for what a tool made up. */
export function folderOf(id: string): string | undefined {
  const path = resolve(root, id.replace(/^\0/, '').replace(/\?.*$/s, ''))
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/s.exec(path)?.[0]
  return found && existsSync(join(found, 'package.json')) ? found : undefined
}

/** What has been noted so far, by name and version. */
export function shipped(): readonly Package[] {
  const packages = new Map(
    [...folders].map(readPackage).map((found) => [`${found.name}@${found.version}`, found]),
  )
  return [...packages.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** Throws where a package has no name, version or license. */
export function readPackage(folder: string): Package {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>
  if (typeof name !== 'string' || typeof version !== 'string' || typeof license !== 'string')
    throw new Error(`${folder}: package.json has no name, version or license.`)
  return { name, version, license, author: personOf(author), folder }
}

/** `Ada <ada@example.org> (https://example.org)`, or the same as an object: the name. */
function personOf(author: unknown): string {
  const text = typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? '')
  return text.replace(/\s*[<(].*$/s, '')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
