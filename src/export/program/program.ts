import type { OpName } from '../../nn/ops'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { name } from './python'

/** A line of a program and the layer that it is of, where it is one's. */
export interface Line {
  readonly text: string
  readonly node?: NodeId
}

/** How a node stands in a program: what the constructor makes, if anything, and how the forward pass uses it. */
export interface Written<Helper extends string = string> {
  /** What `self.<name>` is; absent where there is nothing to keep. */
  readonly module?: string
  /** The value, of what the inputs are called; `self` is the module. */
  readonly value: (inputs: readonly string[], self: string) => string
  readonly helper?: Helper
}

/** What the classes of a framework are called. */
export interface Style {
  readonly base: string
  /** The head of the forward pass. */
  readonly forward: string
  /** What stands before the class, by its names. */
  readonly helpers: object
}

/** What keeps a network out of a program, in a sentence for the reader. */
export class ProgramError extends Error {}

/** Throws a `ProgramError` when the network does not fit together. */
export function refuse(graph: Graph): void {
  const why = whyBroken(graph)
  if (why !== undefined) throw new ProgramError(why)
}

/** Parts of a program with two empty lines between them. */
export function joined(parts: readonly (readonly Line[])[]): readonly Line[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [{ text: '' }, { text: '' }, ...part]))
}

/** Text that is of no layer. */
export function plain(text: string): readonly Line[] {
  return text.split('\n').map((line) => ({ text: line }))
}

export function textOf(lines: readonly Line[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`
}

/** Helpers that nodes use, each once. */
export function helpersOf<Helper extends string>(
  written: ReadonlyMap<NodeId, Written<Helper>>,
): readonly Helper[] {
  return [...new Set([...written.values()].flatMap(({ helper }) => (helper ? [helper] : [])))]
}

/** Every node in the words of a framework. Throws a `ProgramError` when the network does not fit together. */
export function writtenBy<Helper extends string>(
  graph: Graph,
  writers: Readonly<Record<OpName, (node: GraphNode) => Written<Helper>>>,
): ReadonlyMap<NodeId, Written<Helper>> {
  refuse(graph)
  return new Map(graph.nodes.map((node) => [node.id, writers[node.op](node)]))
}

/** A class that makes the modules and passes an image through them, a line for each node. */
export function classOf(
  graph: Graph,
  written: ReadonlyMap<NodeId, Written>,
  { base, forward, helpers }: Style,
): readonly Line[] {
  const modules = sections(graph.nodes, ({ id }) => {
    const made = written.get(id)!.module
    return made === undefined ? undefined : `self.${name(id)} = ${made}`
  })
  const variables = variablesOf(graph)
  const calls = sections(
    graph.nodes.filter(({ id }) => id !== graph.input),
    ({ id, inputs }) => {
      const value = written.get(id)!.value(
        inputs.map((input) => variables.get(input)!),
        `self.${name(id)}`,
      )
      return `${variables.get(id)} = ${value}`
    },
  )
  const results = graph.outputs.map((id) => variables.get(id)).join(', ')
  return [
    ...plain(
      `class ${className(graph, helpers)}(${base}):\n    def __init__(self):\n        super().__init__()`,
    ),
    ...modules,
    ...plain(`\n    def ${forward}:`),
    ...calls,
    { text: `        return ${results}` },
  ]
}

/** Lines of the nodes, a comment where a stage begins. */
function sections(
  nodes: readonly GraphNode[],
  textFor: (node: GraphNode) => string | undefined,
): readonly Line[] {
  let last = ''
  return nodes.flatMap((node) => {
    const text = textFor(node)
    if (text === undefined) return []
    const line = { text: `        ${text}`, node: node.id }
    const stage = node.id.split('/')[0]
    if (stage === last || stage === node.id) return [line]
    last = stage
    return [{ text: `        # ${stage}` }, line]
  })
}

/** A tensor that only the next node reads is `x`; all others have names, so that they outlive it. */
function variablesOf(graph: Graph): ReadonlyMap<NodeId, string> {
  return new Map(
    graph.nodes.map(({ id }, i) => {
      if (id === graph.input) return [id, 'image']
      const readers = graph.readers(id)
      const next = graph.nodes[i + 1]?.id
      const isPassing = readers.length === 1 && readers[0] === next && !graph.outputs.includes(id)
      return [id, isPassing ? 'x' : name(id)]
    }),
  )
}

/** The class of a network, which is called like no helper and no word of the language. */
export function className({ architecture }: Graph, helpers: object): string {
  const words = architecture.title.replace(/\(.*\)/, '').match(/[A-Za-z0-9]+/g) ?? ['Network']
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')
  if (/^\d/.test(joined)) return `Network${joined}`
  return joined in helpers || name(joined) !== joined ? `${joined}Network` : joined
}
