import { type Option, OptionError, parseOption } from '../../architectures/options'
import type { Graph } from '../../nn/graph'
import { formatShape, type MapShape, volume } from '../../nn/shape'
import { count } from '../../ui/format'
import { freshIn } from './given'
import { graphIn, type OwnNetwork } from './network'
import type { Opened } from './open'

type Sized = Pick<Opened, 'network' | 'graph'>

/** The network of files for an image of another height and width. Throws an `OptionError` with the reason where it takes none of that size. */
export function atSize<O extends Sized & Pick<Opened, 'named'>>(opened: O, input: MapShape | undefined): O {
  if (!input || formatShape(input) === formatShape(opened.graph.architecture.input)) return opened
  return { ...opened, ...sized(opened, input), named: async () => fed(await opened.named(), input) }
}

/** The size that a reader writes, such as 96 or 96×128, where the files take it. Throws an `OptionError` with the reason where not. */
export function sizeIn(opened: Sized, text: string): MapShape {
  const option = opened.network.family.options.input
  const [height, width, channels] = sidesIn(option, text)
  const own = opened.graph.architecture.input[2]
  if (channels !== own) throw new OptionError(`the network reads ${own} channels, not ${channels}`)
  sized(opened, [height, width, channels])
  return [height, width, channels]
}

/** What a reader may write, as a sentence of its own. */
export const sizeForm = 'One number for a square, or height and width such as 96×128'

/** With the words of the field: an address would name its option. */
function sidesIn(option: Option, text: string): readonly number[] {
  try {
    return parseOption('input', option, text) as readonly number[]
  } catch (error) {
    if (!(error instanceof OptionError) || !('max' in option)) throw error
    throw new OptionError(
      `${text.trim() || 'nothing'} is not a size. ${sizeForm}, each from ${option.min} to ${option.max}`,
    )
  }
}

/** Why the files have their own size and no other; undefined where they take others, too. */
export function onlySize(opened: Sized): string | undefined {
  const [height, width, channels] = opened.graph.architecture.input
  const { options } = opened.network.family
  const most = 'max' in options.input ? options.input.max : height
  const isLarge = Math.max(height, width) * 2 > most
  const [h, w] = [height, width].map((side) => (isLarge ? Math.ceil(side / 2) : side * 2))
  try {
    sized(opened, [h, w, channels])
    return undefined
  } catch (error) {
    if (error instanceof OptionError) return error.message
    throw error
  }
}

function sized({ network, graph }: Sized, input: MapShape): Sized {
  const own = fed(network, input)
  const there = graphIn(own)
  const misfit = misfitOf(graph, there)
  if (misfit !== undefined) throw new OptionError(misfit)
  return { network: own, graph: there }
}

/** With the image that is usual for it replaced: all that is built of it begins with that. */
const fed = ({ family, ...entry }: OwnNetwork, input: MapShape): OwnNetwork => ({
  ...entry,
  family: {
    ...family,
    options: {
      ...family.options,
      input: { ...family.options.input, default: input } as typeof family.options.input,
    },
  },
})

function misfitOf(graph: Graph, there: Graph): string | undefined {
  // What leaves a part that nobody here computes is known for one image alone.
  const [unknown] = graph.issues
  if (unknown) return `the file gives the output of ${unknown.node} for this size only`
  const [issue] = there.issues
  if (issue)
    return `${issue.node} cannot process what it would get from an image of ${sides(there)}: ${issue.message}`
  const [fresh] = freshIn(there, { of: graph })
  if (!fresh) return undefined
  const [own, other] = [graph, there].map((each) => count(valuesInto(each, fresh.node)))
  return `${fresh.node} has weights for ${own} values, but an image of ${sides(there)} would give it ${other}`
}

const sides = ({ architecture: { input } }: Graph) => `${input[0]}×${input[1]}`

const valuesInto = (graph: Graph, node: string) =>
  graph.node(node).inputShapes.reduce((sum, shape) => sum + volume(shape), 0)
