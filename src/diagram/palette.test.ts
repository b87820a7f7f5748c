import { readFileSync } from 'node:fs'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
  type Color,
} from 'culori'
import postcss from 'postcss'
import { describe, expect, it } from 'vitest'
import { makePalette, makeSystemPalette, type Palette, type SystemColour } from './palette'

const css = postcss.parse(readFileSync('src/ui/theme.css', 'utf8'))

/** The custom properties of a theme: those of the light one, and what it changes. */
function paletteIn(theme: string): Palette {
  const tokens = new Map<string, string>()
  for (const selector of [':root', `:root[data-theme='${theme}']`])
    css.walkRules(selector, (rule) => {
      if (rule.parent?.type === 'root')
        rule.walkDecls(/^--/, ({ prop, value }) => void tokens.set(prop, value))
    })
  return makePalette((name) => tokens.get(`--${name}`) ?? '', 'sans-serif')
}

/** How people see who lack one of the three kinds of cones, and who lack none (Machado et al. 2009). */
const eyes = {
  'all cones': (colour: Color) => colour,
  'no red cones': filterDeficiencyProt(1),
  'no green cones': filterDeficiencyDeuter(1),
  'no blue cones': filterDeficiencyTrit(1),
}
const difference = differenceCiede2000()
const contrast = (a: string, b: string) => wcagContrast(parse(a)!, parse(b)!)

/** The least difference, in units of CIEDE2000: 1 is just seen side by side, 10 at a glance. */
function least(colours: readonly string[], see: (colour: Color) => Color, pairs: 'all' | 'neighbours') {
  const seen = colours.map((colour) => see(parse(colour)!))
  const apart = (distance: number) => pairs === 'all' || distance === 1 || distance === colours.length - 1
  return Math.min(
    ...seen.flatMap((a, i) => seen.slice(i + 1).flatMap((b, j) => (apart(j + 1) ? [difference(a, b)] : []))),
  )
}

it('outlines groups for a room with 3 to 1', () => {
  const { groupLine, frameLine, frame, paper } = paletteIn('projector')
  for (const ground of [paper, frame]) {
    expect(contrast(groupLine, ground)).toBeGreaterThanOrEqual(3)
    expect(contrast(frameLine, ground)).toBeGreaterThanOrEqual(3)
  }
})

describe.each(['light', 'dark', 'projector'])('the %s theme', (theme) => {
  const palette = paletteIn(theme)
  const paths = palette.paths.map(({ full }) => full)

  it.each(Object.entries(eyes))('has paths that can be told apart with %s', (_, see) => {
    // An inception block has four paths; a dense block goes through all eight, one beside the next.
    expect(least(paths.slice(0, 4), see, 'all')).toBeGreaterThan(12)
    expect(least(paths, see, 'neighbours')).toBeGreaterThan(10)
    expect(least(paths, see, 'all')).toBeGreaterThan(7)
  })

  it.each(Object.entries(eyes))('tells layers of the main line from those of any path with %s', (_, see) => {
    for (const path of paths)
      expect(least([palette.mainLine.full, path], see, 'all'), path).toBeGreaterThan(10)
  })

  it.each(Object.entries(eyes))('has families that can be told apart with %s', (_, see) => {
    const { convolution, dense, normalization, activation, pooling } = palette.families
    const common = [convolution, dense, normalization, activation, pooling].map(({ full }) => full)
    expect(least(common, see, 'all')).toBeGreaterThan(5)
  })

  it('is legible: text 4.5, shapes 3 against what is behind them', () => {
    for (const { full, text, line } of palette.paths) {
      expect(contrast(full, palette.onPath)).toBeGreaterThan(4.5)
      expect(contrast(text, palette.paper)).toBeGreaterThan(4.5)
      expect(contrast(full, palette.paper)).toBeGreaterThan(3)
      expect(contrast(line, palette.paper)).toBeGreaterThan(2)
    }
    for (const { full, softText, soft } of [...Object.values(palette.families), palette.mainLine]) {
      expect(contrast(full, palette.onChip)).toBeGreaterThan(4.5)
      expect(contrast(softText, soft)).toBeGreaterThan(4.5)
    }
    // Seen from the back of a room: what is open and what is closed has an edge.
    if (theme === 'projector')
      for (const line of [palette.groupLine, palette.frameLine])
        expect(contrast(line, palette.paper)).toBeGreaterThan(3)
    for (const { chip } of palette.paths) expect(contrast(chip.softText, chip.soft)).toBeGreaterThan(4.5)
    expect(contrast(palette.plainSegment, palette.onChip)).toBeGreaterThan(4.5)
    for (const ink of [palette.ink, palette.soft]) expect(contrast(ink, palette.paper)).toBeGreaterThan(4.5)
    for (const share of [0, 0.25, 0.5, 0.75, 1])
      expect(contrast(palette.amount(share), palette.onAmount(share))).toBeGreaterThan(4.5)
  })
})

describe('where the system forces its colors', () => {
  /** The contrast themes of Windows 11: Aquatic, Desert, Dusk, Night sky. */
  const themes: Readonly<Record<string, Readonly<Record<SystemColour, string>>>> = {
    Aquatic: { Canvas: '#202020', CanvasText: '#ffffff', Highlight: '#8ee3f0', LinkText: '#75e9fc' },
    Desert: { Canvas: '#fffaef', CanvasText: '#3d3d3d', Highlight: '#903909', LinkText: '#1c5e75' },
    Dusk: { Canvas: '#2d3236', CanvasText: '#ffffff', Highlight: '#a1bfde', LinkText: '#70ebde' },
    'Night sky': { Canvas: '#000000', CanvasText: '#ffffff', Highlight: '#d6b4fd', LinkText: '#8080ff' },
  }
  it.each(Object.entries(themes))(
    '%s: words and lines stand out, and paths have lines of their own',
    (_, system) => {
      const palette = makeSystemPalette((name) => system[name], 'sans-serif')
      const { paper } = palette
      for (const colour of [
        palette.ink,
        palette.soft,
        palette.frameLine,
        palette.groupLine,
        palette.faceLine,
        palette.outline!.colour,
      ])
        expect(wcagContrast(colour, paper)).toBeGreaterThan(7)
      for (const { full, softText, soft } of Object.values(palette.families)) {
        expect(wcagContrast(palette.onChip, full)).toBeGreaterThan(7)
        expect(wcagContrast(softText, soft)).toBeGreaterThan(7)
      }
      for (const { full, text } of palette.paths) {
        expect(wcagContrast(text, paper)).toBeGreaterThan(7)
        expect(wcagContrast(palette.onPath, full)).toBeGreaterThan(7)
      }
      // A line is a border of a part (WCAG 2.2, 1.4.11).
      expect(wcagContrast(palette.focus, paper)).toBeGreaterThan(3)
      const { dashes } = palette.outline!
      expect(new Set(palette.paths.map((_, i) => String(dashes[i % dashes.length]))).size).toBe(
        palette.paths.length,
      )
    },
  )
})
