import type { Family } from '../nn/op'
import { pathColours } from './flowIndex'
import { between, linear, screenOf } from './mix'

/** Every colour of a picture as `rgb(…)`, so that a canvas, a file and a printer show the same. */
export interface Palette {
  readonly paper: string
  readonly surface: string
  readonly ink: string
  readonly soft: string
  readonly accent: string
  readonly focus: string
  readonly error: string
  readonly mark: string
  /** A ribbon of the main line. */
  readonly plain: string
  readonly plainFan: string
  readonly plainStrand: string
  readonly wrap: string
  readonly torn: string
  readonly groupLine: string
  readonly frame: string
  readonly frameLine: string
  readonly face: string
  readonly faceLine: string
  readonly side: string
  readonly plainSegment: string
  readonly onChip: string
  /** Text on the full colour of a path. */
  readonly onPath: string
  /** A way around is seen through. */
  readonly skipAlpha: number
  readonly paths: readonly PathColours[]
  /** Of layers that stand on no path. */
  readonly mainLine: ChipColours
  readonly families: Readonly<Record<Family, FamilyColours>>
  /** From the least to the most of a quantity, as a scale from 0 to 1. */
  readonly amount: (share: number) => string
  /** Text that is read on an amount. */
  readonly onAmount: (share: number) => string
  /** Where colours may not carry a meaning alone: a line around every ribbon, dashed in another way for each path. */
  readonly outline?: { readonly colour: string; readonly dashes: readonly (readonly number[])[] }
  /** The font that the page is set in. */
  readonly font: string
}

export interface PathColours {
  readonly full: string
  readonly flow: string
  readonly strip: string
  readonly skip: string
  readonly hovered: string
  readonly line: string
  readonly text: string
  readonly chip: ChipColours
}

/** Of a layer, and of a small one. */
export interface ChipColours {
  readonly full: string
  readonly soft: string
  readonly softLine: string
  readonly softText: string
}

export interface FamilyColours extends ChipColours {
  readonly flow: string
}

/** How strongly a path colours its ribbons, by theme. */
const tints = {
  light: { plain: 0.16, flow: 0.34, strip: 0.44, sum: 0.82, chip: 0.1, edge: 0.55, frame: 0.025, line: 0.22 },
  dark: { plain: 0.24, flow: 0.52, strip: 0.64, sum: 0.52, chip: 0.3, edge: 0.85, frame: 0.05, line: 0.36 },
  projector: {
    plain: 0.2,
    flow: 0.42,
    strip: 0.52,
    sum: 0.82,
    chip: 0.1,
    edge: 0.7,
    frame: 0.025,
    line: 0.52,
  },
} as const

const familyNames: readonly Family[] = [
  'input',
  'convolution',
  'dense',
  'normalization',
  'activation',
  'pooling',
  'merge',
  'reshape',
  'regularization',
  'output',
]

/** The palette of the theme that an element stands in; of the system where it forces its own colours. */
export function paletteOf(element: Element): Palette {
  if (!matchMedia(forcedColours).matches) return themePaletteOf(element)
  const probe = document.createElement('i')
  probe.hidden = true
  element.append(probe)
  try {
    const system = (name: SystemColour) => {
      probe.style.color = name
      return getComputedStyle(probe).color
    }
    return makeSystemPalette(system, getComputedStyle(element).fontFamily)
  } finally {
    probe.remove()
  }
}

/** The palette of the theme that an element stands in, whatever the system asks for. */
export function themePaletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  return makePalette((name) => style.getPropertyValue(`--${name}`).trim(), style.fontFamily)
}

export const forcedColours = '(forced-colors: active)'

/** Colours that a reader chose in the settings of their system (CSS Color 4, section 6.2). */
export type SystemColour = 'Canvas' | 'CanvasText' | 'Highlight' | 'LinkText'

/** Dashes of the lines around the ribbons of each path; those that follow repeat them. */
const pathDashes = [[], [7, 4], [2, 4], [10, 3, 2, 3], [4, 2], [1, 6], [12, 5], [6, 2, 1, 2, 1, 2]]

/**
 * A palette of nothing but the colours that a reader chose: words and lines in their text colour, the selection in
 * their highlight, and dashes where the theme would tell paths apart by hue.
 */
export function makeSystemPalette(system: (name: SystemColour) => string, font: string): Palette {
  const [paper, ink] = [system('Canvas'), system('CanvasText')]
  const base = makePalette((name) => {
    if (name === 'bg' || name === 'surface' || name === 'on-path') return paper
    if (name === 'accent' || name === 'focus') return system('Highlight')
    return name === 'error' ? system('LinkText') : ink
  }, font)
  const plain = { softText: ink, soft: paper, softLine: ink }
  const families = familyNames.map((family) => [family, { ...base.families[family], ...plain }])
  return {
    ...base,
    side: paper,
    face: paper,
    faceLine: ink,
    frame: paper,
    frameLine: ink,
    groupLine: ink,
    wrap: ink,
    plainSegment: ink,
    onChip: paper,
    skipAlpha: 1,
    paths: base.paths.map((path) => ({ ...path, line: ink, text: ink, chip: { ...path.chip, ...plain } })),
    mainLine: { ...base.mainLine, ...plain },
    families: Object.fromEntries(families) as Palette['families'],
    outline: { colour: ink, dashes: pathDashes },
  }
}

/** @param token gives the value of a custom property of the theme, such as `ink` or `path-1` */
export function makePalette(token: (name: string) => string, font: string): Palette {
  const paper = token('bg')
  const ink = token('ink')
  const surface = token('surface')
  const dark = screenOf(paper).r < 128
  const tint = dark ? tints.dark : tints[ink === '#000000' ? 'projector' : 'light']
  const mix = (colour: string, base: string, share: number) => between(base, colour)(share)
  const chipOf = (full: string): ChipColours => ({
    full,
    soft: mix(full, surface, tint.chip),
    softLine: mix(full, paper, tint.edge),
    softText: mix(full, ink, dark ? 0.15 : 0.35),
  })
  const amounts = [mix(token('accent'), paper, 0.1), mix(token('accent'), paper, 0.55), token('accent')]
  const amount = (share: number) =>
    share < 0.5 ? between(amounts[0], amounts[1])(share * 2) : between(amounts[1], amounts[2])(share * 2 - 1)
  return {
    paper,
    surface,
    ink,
    soft: token('ink-soft'),
    accent: token('accent'),
    focus: token('focus'),
    error: token('error'),
    mark: token('path-2'),
    plain: mix(ink, paper, tint.plain),
    plainFan: mix(ink, paper, tint.plain * 0.7),
    plainStrand: mix(ink, paper, 0.38),
    wrap: mix(ink, paper, 0.3),
    torn: mix(token('error'), paper, 0.28),
    groupLine: mix(ink, paper, tint.line),
    frame: mix(ink, paper, tint.frame),
    frameLine: mix(ink, paper, tint.line * 0.85),
    face: mix(surface, paper, 0.88),
    faceLine: mix(ink, paper, 0.62),
    side: mix(ink, surface, 0.14),
    plainSegment: mix(ink, paper, dark ? 0.45 : 0.58),
    onChip: '#ffffff',
    onPath: token('on-path'),
    skipAlpha: dark ? 0.85 : 0.6,
    paths: Array.from({ length: pathColours }, (_, i) => {
      const full = token(`path-${i + 1}`)
      return {
        full,
        flow: mix(full, paper, tint.flow),
        strip: mix(full, paper, tint.strip),
        skip: mix(full, paper, tint.flow + 0.22),
        hovered: mix(full, paper, tint.flow + 0.2),
        line: mix(full, paper, 0.7),
        text: mix(full, ink, tint.sum),
        chip: chipOf(full),
      }
    }),
    mainLine: chipOf(token('main-line')),
    families: Object.fromEntries(
      familyNames.map((family) => {
        const full = token(`family-${family}`)
        return [family, { ...chipOf(full), flow: mix(full, paper, tint.flow) }]
      }),
    ) as unknown as Readonly<Record<Family, FamilyColours>>,
    amount,
    onAmount: (share) => readableOn(amount(share), ink, paper),
    font,
  }
}

/** The one of two colours that is read better on a ground. */
function readableOn(ground: string, a: string, b: string): string {
  const light = luminance(ground)
  const contrast = (colour: string) => {
    const other = luminance(colour)
    return (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05)
  }
  return contrast(a) >= contrast(b) ? a : b
}

/** Relative luminance (WCAG 2.2, 0 black to 1 white). */
export function luminance(colour: string): number {
  const { r, g, b } = screenOf(colour)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
