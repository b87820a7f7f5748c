import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluate } from '@mdx-js/mdx'
import { type ComponentType, createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as runtime from 'react/jsx-runtime'
import remarkGfm from 'remark-gfm'
import { root } from '../packages.mjs'

/** A page of text beside the app, whole: it runs no script and asks for nothing. */
export function staticPage(title: string, ...body: readonly ReactNode[]): string {
  const style = readFileSync(join(root, 'tools/pages/page.css'), 'utf8')
  const hash = createHash('sha256').update(style).digest('base64')
  const page = h(
    'html',
    { lang: 'en' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', {
        httpEquiv: 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
      }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title} · Layerwise`),
      h('style', { dangerouslySetInnerHTML: { __html: style } }),
    ),
    h('body', null, h('p', null, h('a', { href: './index.html' }, 'Layerwise')), ...body),
  )
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`
}

export type Markdown = ComponentType<{
  readonly components?: Readonly<Record<string, string | ComponentType<never>>>
}>

/** A file of Markdown, by its path in the project, as a component. */
export async function markdown(file: string): Promise<Markdown> {
  const options = { ...runtime, format: 'md', remarkPlugins: [remarkGfm] } as Parameters<typeof evaluate>[1]
  return (await evaluate(readFileSync(join(root, file), 'utf8'), options)).default as Markdown
}
