import { readFileSync } from 'node:fs'
import { parse, wcagContrast } from 'culori'
import postcss, { type AtRule } from 'postcss'
import { describe, expect, it } from 'vitest'

const css = postcss.parse(readFileSync('src/ui/theme.css', 'utf8'))

/** What a theme's tokens are for readers who ask their system for more contrast, by the rules that then hold, the weaker first. */
function tokensOf(theme: string): (name: string) => string {
  const tokens = new Map<string, string>()
  const take = (selector: string, media?: string) =>
    css.walkRules(selector, (rule) => {
      const around = rule.parent?.type === 'atrule' ? (rule.parent as AtRule).params : undefined
      if (around === media) rule.walkDecls(/^--/, ({ prop, value }) => void tokens.set(prop, value))
    })
  take(':root')
  take(`:root[data-theme='${theme}']`)
  take(':root[data-theme]', '(prefers-contrast: more)')
  take(`:root[data-theme='${theme}']`, '(prefers-contrast: more)')
  return (name) => tokens.get(`--${name}`)!
}

describe.each(['light', 'dark', 'projector'])('more contrast in the %s theme', (theme) => {
  const token = tokensOf(theme)
  const grounds = ['bg', 'surface', 'sunken']
  const contrast = (color: string, ground: string) =>
    wcagContrast(parse(token(color))!, parse(token(ground))!)

  it.each(grounds)('reads all text with 7 to 1 on %s, and shows every line with 3 to 1', (ground) => {
    expect(contrast('ink', ground)).toBeGreaterThanOrEqual(7)
    expect(contrast('ink-soft', ground)).toBeGreaterThanOrEqual(7)
    expect(contrast('line', ground)).toBeGreaterThanOrEqual(3)
    expect(contrast('line-strong', ground)).toBeGreaterThanOrEqual(7)
  })

  it('reads links and errors with 4.5 to 1', () => {
    for (const color of ['accent', 'error'])
      for (const ground of ['bg', 'surface']) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5)
  })
})
