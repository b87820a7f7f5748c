import { aboutOf, create, type Family, type Options } from '../../architectures/family'
import { type Entry, type FromFile, resolve, type Resolved } from '../../architectures/index'
import type { Option } from '../../architectures/options'
import type { ImportedNetwork } from '../../import/onnx/readOnnx'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { computeTheSame } from '../../nn/wiring'
import type { Architecture } from '../../nn/spec'

/** A network of a file, under a name and a title of its own. */
export type OwnNetwork = Entry & { readonly file: FromFile }

/** The file without what kind of network is in it. */
type About = Omit<FromFile, 'preset' | 'family'>

/** A network that a family here can make: it keeps all options of the family, which begin where the file has them. */
export function ofFamily(id: string, resolved: Resolved, about: About): OwnNetwork {
  const { family, preset, options, architecture } = resolved
  const own = Object.entries(family.options).map(([name, option]): [string, Option] => [
    name,
    { ...option, default: options[name] } as Option,
  ])
  return {
    id,
    family: {
      ...family,
      id,
      title: titled(architecture.title, about),
      about: aboutOf(family, options, preset),
      otherwise: undefined,
      options: Object.fromEntries(own),
      presets: [],
    },
    file: { ...about, preset: resolved.id, family: family.id },
  }
}

/** A network that only the file describes, or a preset whose normalizations are folded into its convolutions. */
export function ofBody(
  id: string,
  { input, body, title, depthRule }: Architecture,
  like: Resolved | undefined,
  about: About,
): OwnNetwork {
  const size: Option = {
    kind: 'size',
    default: input,
    min: 1,
    max: Math.max(1024, input[0], input[1]),
    about: 'Height, width and channels of the image.',
  }
  const family: Family = {
    id,
    title: titled(like?.architecture.title ?? title, about),
    about: like
      ? aboutOf(like.family, like.options, like.preset)
      : 'A network of your own, as its file describes it.',
    paper: like?.family.paper ?? { authors: '', title: '', venue: '', year: 0 },
    options: { input: size },
    presets: [],
    kind: 'network',
    ...(depthRule && { depthRule }),
    body: () => body,
  }
  return { id, family, file: { ...about, ...(like && { preset: like.id, family: like.family.id }) } }
}

const titled = (title: string, { name }: About) => (name.startsWith(title) ? title : `${title} (${name})`)

/** The network of an ONNX file: with all options of its family, where what it computes is what the preset computes. */
export function ofOnnx(id: string, { graph, preset }: ImportedNetwork, about: About): OwnNetwork {
  const like = preset && resolve(preset.entry.id, preset.options)
  if (like && !preset.folded && !isChanged(graph, like)) return ofFamily(id, like, about)
  return ofBody(id, graph.architecture, like, about)
}

/** Whether layers of a network are other than those of the one that it was made of. */
export const isChanged = (graph: Graph, like: Resolved): boolean =>
  !computeTheSame(build(like.architecture), graph)

/** What is built of a network of a file, with its own options. */
export function graphIn({ family }: OwnNetwork): Graph {
  const options: Options = Object.fromEntries(
    Object.entries(family.options).map(([name, option]) => [name, option.default]),
  )
  return build(create(family, options))
}
