import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement as h, type ReactNode } from 'react'
import type { Plugin } from 'vite'
import { afterBuild } from '../afterBuild.mjs'
import { markdown, staticPage } from './page.ts'

/** Writes the guide for instructors into the built site; its one source is `docs/instructors.md`. */
export function guide(): Plugin {
  return afterBuild('layerwise:guide', async (folder) => {
    writeFileSync(join(folder, 'instructors.html'), await guidePage())
  })
}

export async function guidePage(): Promise<string> {
  const Guide = await markdown('docs/instructors.md')
  return staticPage(
    'For instructors',
    h(Guide, { components: { h1: heading('h1'), h2: heading('h2'), h3: heading('h3') } }),
  )
}

/** A heading that links in the text can name, as they do where Markdown is shown. */
function heading(level: 'h1' | 'h2' | 'h3') {
  return ({ children }: { readonly children?: ReactNode }) =>
    h(level, { id: String(children).toLowerCase().replaceAll(' ', '-') }, children)
}
