import { describe, expect, it } from 'vitest'
import { readRoute, writeRoute } from '../route/route'
import { embedAddress, embedTheme } from './address'
import { isLocal, places, snippetOf } from './snippets'

const hashes = [
  '#/n/resnet18?open=conv2_x,conv3_x&node=conv2_x/block1&seed=1&at=conv1,0,0,2',
  '#/lab/bigger?width=32',
  '#/course/shapes/tensor?lab.size=46',
  '#/course/mixed-kernels/four-paths?deck&fig=inception-3a&fig.open=all&image=fish-1',
]

describe('an address in a frame', () => {
  it.each(hashes)('names what %s names', (hash) => {
    for (const theme of [null, 'light', 'dark', 'projector'] as const) {
      const address = embedAddress(hash, theme)
      expect(readRoute(address)).toEqual(readRoute(hash))
      expect(embedTheme(address)).toBe(theme)
      expect(embedAddress(address, theme)).toBe(address)
    }
    expect(writeRoute(readRoute(embedAddress(hash)))).toBe(hash)
  })

  it('is one only where a path follows', () => {
    expect(readRoute('#/embedded')).toEqual({ page: 'unknown', path: '/embedded' })
    expect(embedTheme('#/embed-pink/n/resnet18')).toBeNull()
    expect(readRoute('#/embed-pink/n/resnet18').page).toBe('unknown')
  })
})

const framed = {
  address: `https://example.org/a/${embedAddress(hashes[0])}`,
  title: 'A "b" & <c>',
  width: 960,
  height: 540,
  apart: false,
}

describe('a snippet', () => {
  it('is text that a page, a slide or a course takes as it is', () => {
    for (const place of ['html', 'reveal', 'moodle'] as const) {
      const text = snippetOf(place, framed)!
      expect(text).toContain('src="https://example.org/a/#/embed/n/resnet18?open=conv2_x,conv3_x&amp;node=')
      expect(text).toContain('title="A &quot;b&quot; &amp; &lt;c&gt;"')
      expect(text).not.toContain('sandbox')
      expect(snippetOf(place, { ...framed, apart: true })).toContain('sandbox="allow-scripts allow-popups"')
    }
    expect(snippetOf('slidev', { ...framed, address: `${framed.address}&x='` })).toBe(
      `---\nlayout: iframe\nurl: '${framed.address}&x='''\n---`,
    )
    expect(places.filter((place) => snippetOf(place, framed) === null)).toEqual(['powerpoint'])
  })

  it('is of no use to others where its address is of this machine', () => {
    expect(['http://localhost:4173/#/', 'http://127.0.0.1/', 'file:///a/index.html'].map(isLocal)).toEqual([
      true,
      true,
      true,
    ])
    expect(isLocal('https://localhost.example.org/')).toBe(false)
  })
})
