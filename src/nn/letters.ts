import type { GraphNode } from './graph'
import { opOf } from './ops'
import './ops/details'
import { asMap, channels, isMap, volume } from './shape'
import type { AxisWindow } from './window'

/** What a letter of a formula stands for on one node. */
export interface Letter {
  readonly letter: string
  readonly meaning: string
  /** Its number, or both where the axes differ. */
  readonly value: string
}

/** Letters with a prime or an index come before the plain ones that they begin with. */
const tokens = /[A-Z]′|p[₁₂]|[CN][₁-₄ₙ]|k[HW]|[A-Zdgkops](?![a-z])/g

/** The letters that occur in some formulas of a node, in the order of their first place, with their values. */
export function lettersIn(formulas: readonly string[], node: GraphNode): readonly Letter[] {
  // Words such as "zero channels" are left out of the search for letters.
  const text = formulas.join(' ').replace(/[a-z]{2,}/g, ' ')
  const known = lettersOf(node)
  return [...new Set(text.match(tokens) ?? [])].flatMap((letter) => known.get(letter) ?? [])
}

function lettersOf(node: GraphNode): ReadonlyMap<string, Letter> {
  const letters = new Map<string, Letter>()
  const add = (letter: string, meaning: string, value: number | string) =>
    letters.set(letter, { letter, meaning, value: String(value) })
  const [input] = node.inputShapes
  if (input) {
    const [height, width, depth] = asMap(input)
    add('H', 'input height', height)
    add('W', 'input width', width)
    add('C', 'input channels', depth)
    add('N', 'inputs', volume(input))
  }
  node.inputShapes.forEach((shape, i) => {
    const [letter, what] = isMap(shape) ? ['C', 'channels'] : ['N', 'values']
    const isLast = i === node.inputShapes.length - 1
    for (const index of [...(i < 4 ? ['₁₂₃₄'[i]] : []), ...(isLast ? ['ₙ'] : [])])
      add(`${letter}${index}`, `${what} of path ${i + 1}`, channels(shape))
  })
  const [height, width] = asMap(node.shape)
  add('H′', 'output height', height)
  add('W′', 'output width', width)
  add('C′', 'output channels', channels(node.shape))
  add('F', 'filters', channels(node.shape))
  add('M', 'units', channels(node.shape))
  if (!isMap(node.shape)) add('N′', 'outputs', node.shape[0])
  const { groups } = node.attrs
  if (typeof groups === 'number') add('g', 'groups', groups)
  const pairs = node.weights.kernel?.axes.indexOf('P') ?? -1
  if (pairs >= 0) add('P', 'connected pairs of maps', node.weights.kernel.shape[pairs])
  const { letters: own, window: windowOf } = opOf(node)
  for (const letter of own?.(node.inputShapes, node.attrs) ?? []) add(...letter)
  const window = windowOf?.(node.inputShapes, node.attrs)
  if (window) {
    const both = (of: (axis: AxisWindow) => number) => {
      const [down, across] = window.map(of)
      return down === across ? String(down) : `${down} down, ${across} across`
    }
    add('k', 'kernel side', window[0].kernel)
    add('kH', 'kernel height', window[0].kernel)
    add('kW', 'kernel width', window[1].kernel)
    add(
      's',
      'stride',
      both((axis) => axis.stride),
    )
    add(
      'd',
      'dilation',
      both((axis) => axis.dilation),
    )
    add(
      'p',
      'padding on each side',
      both((axis) => axis.before),
    )
    add(
      'p₁',
      'padding before',
      both((axis) => axis.before),
    )
    add(
      'p₂',
      'padding after',
      both((axis) => axis.after),
    )
  }
  return letters
}
