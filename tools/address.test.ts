import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withAddress } from './address.mjs'

const html = readFileSync('index.html', 'utf8')
const contentOf = (page: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(page)?.[1]

describe('the address of the site in its own page', () => {
  it('makes the picture of a link a whole address, wherever the site lies', () => {
    for (const url of ['https://example.org/courses/layerwise/', 'https://example.org/courses/layerwise']) {
      const page = withAddress(html, url)
      expect(contentOf(page, 'og:image')).toBe('https://example.org/courses/layerwise/preview.png')
      expect(contentOf(page, 'og:url')).toBe('https://example.org/courses/layerwise/')
    }
    const built = html.replace('"/preview.png"', '"./preview.png"')
    expect(contentOf(withAddress(built, 'https://example.org'), 'og:image')).toBe(
      'https://example.org/preview.png',
    )
  })

  it('leaves the page as it is where none is named, and says what is wrong with one that is none', () => {
    expect(withAddress(html, undefined)).toBe(html)
    expect(() => withAddress(html, 'example.org')).toThrow('LAYERWISE_URL is "example.org"')
    expect(() => withAddress(html, 'ftp://example.org/')).toThrow('whole address')
  })
})
