import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { writeRoute } from '../route/route'
import { explorerHash } from '../route/url'
import { links, StillFront } from './Front'

it('the addresses that the page has before its scripts are those of its pages', () =>
  expect(links).toEqual({
    course: writeRoute({ page: 'home' }),
    networks: writeRoute({ page: 'gallery', state: 'both', odd: [] }),
    labs: writeRoute({ page: 'labs', about: null }),
    measured: writeRoute({ page: 'measured' }),
    explorer: explorerHash(),
  }))

it('what is read before the scripts come has no button that would not answer', () => {
  const markup = renderToStaticMarkup(<StillFront picture={<div className="living" />} />)
  expect(markup).toContain('<h1>See how a network sees.</h1>')
  expect(markup).not.toMatch(/<(button|input|select)/)
  const links = [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(links).toHaveLength(7)
  for (const href of links) expect(href).toMatch(/^#\//)
})
