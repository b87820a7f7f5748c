import { expect, it } from 'vitest'
import { hashOf, policyFor, withoutStyleAttributes } from './policy.ts'

const page = (body: string) =>
  `<html><head><style>p{margin:0}</style></head><body><div id="root">${body}</div></body></html>`

it('a style in the page becomes a rule, one for all that are alike', () => {
  const html = withoutStyleAttributes(
    page(
      '<p style="color:red">a</p><b class="x" style="background:url(&quot;a&amp;b.png&quot;)">b</b><i style="color:red"></i>',
    ),
  )
  expect(html).not.toContain(' style="')
  expect(html).toContain('<p data-style="1">a</p><b class="x" data-style="2">b</b><i data-style="1"></i>')
  expect(html).toContain(
    '<style>#root [data-style="1"]{color:red}#root [data-style="2"]{background:url("a&b.png")}</style>\n  </head>',
  )
  expect(withoutStyleAttributes(page('<p>a</p>'))).toBe(page('<p>a</p>'))
})

it('the policy names every style of the page and allows no other', () => {
  const html = withoutStyleAttributes(page('<p style="color:red">a</p>'))
  const styles = /style-src ([^;]+)/.exec(policyFor(html))![1].split(' ')
  const hashes = ['p{margin:0}', '#root [data-style="1"]{color:red}'].map((text) => `'${hashOf(text)}'`)
  expect(styles).toEqual(["'self'", ...hashes])
})
