/** How the layers of a network are joined: in a row, with shortcuts around them, or by concatenation. */
export type Kind = 'plain' | 'residual' | 'dense'

interface Look {
  readonly colour: string
  readonly dash: string
  /** Of its dots, as Observable Plot names it. */
  readonly symbol: 'square' | 'circle' | 'triangle'
}

/**
 * How networks of a kind are drawn wherever they appear: a color and, for those who do not see it, a dash and a shape. The
 * color of residual networks is that of a shortcut in every picture.
 */
export const look: Readonly<Record<Kind, Look>> = {
  plain: { colour: 'var(--plain)', dash: '7 4', symbol: 'square' },
  residual: { colour: 'var(--residual)', dash: 'none', symbol: 'circle' },
  dense: { colour: 'var(--dense)', dash: '2 4', symbol: 'triangle' },
}

/** The same color for another network of the kind: darker on light ground, lighter on dark. */
export const another = (colour: string): string => `color-mix(in oklab, ${colour} 50%, var(--ink))`

/** A line in a chart: lines of one network share its color. */
export interface Line {
  readonly network: string
  readonly kind?: Kind
}

const dashes = ['none', '7 4', '2 4', '10 3 2 3', '14 4']

/** Colors that no kind has, and those of lines where none is of a kind. */
const free = [4, 5, 6, 7, 8].map((i) => `var(--path-${i})`)
const all = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--path-${i})`)

/** Colors and dashes of lines that stand in one chart, each line unlike the others. */
export function looksOf(
  lines: readonly (Line | undefined)[],
): readonly { readonly colour: string; readonly dash: string }[] {
  const colours = coloursOf(lines)
  const own = lines.map((line, i) => {
    const isFirst = line?.kind && lines.findIndex((each) => each?.kind === line.kind) === i
    return isFirst ? look[line.kind!].dash : undefined
  })
  const left = dashes.filter((dash) => !own.includes(dash))
  let taken = 0
  return lines.map((_, i) => ({
    colour: colours[i],
    dash: own[i] ?? left[taken++ % left.length] ?? 'none',
  }))
}

function coloursOf(lines: readonly (Line | undefined)[]): readonly string[] {
  const hasKinds = lines.some((line) => line?.kind)
  const others = hasKinds ? free : all
  const given = new Map<string, string>()
  let taken = 0
  return lines.map((line, i) => {
    const name = line ? `network ${line.network}` : `line ${i}`
    const known = given.get(name)
    if (known !== undefined) return known
    const colour = line?.kind ? shadeOf(line.kind, [...given.values()]) : undefined
    const chosen = colour ?? others[taken++ % others.length]
    given.set(name, chosen)
    return chosen
  })
}

/** The color of a kind, then its other shade; nothing where both are taken. */
function shadeOf(kind: Kind, taken: readonly string[]): string | undefined {
  const { colour } = look[kind]
  return [colour, another(colour)].find((shade) => !taken.includes(shade))
}
