import type { NodeId } from '../nn/graph'
import type { Family } from '../nn/op'
import type { Path } from './path'
import type { Rect, Scene } from './scene'

/** How something differs from what it is compared with. */
export type Mark = 'changed' | 'added' | 'removed'

/** The sign in its corner, readable from any distance, and what the legend says of it, in a word and in a sentence. */
export const markSigns: Readonly<
  Record<Mark, { readonly sign: string; readonly says: string; readonly long: string }>
> = {
  changed: { sign: '≠', says: 'differs', long: 'differs from the version it is compared with' },
  added: { sign: '+', says: 'only here', long: 'has no partner in the other network' },
  removed: { sign: '−', says: 'only here', long: 'has no partner in the other network' },
}

/** What the colours stand for: the paths of a block, the families of ops, or how much there is of something. */
export type Colouring =
  | { readonly by: 'path' }
  | {
      readonly by: 'family'
      readonly of: (id: string) => Family | null
      /** Those that occur. */
      readonly families: readonly Family[]
    }
  | {
      readonly by: 'amount'
      readonly name: string
      /** Shares from 0 to 1 of the scale, by node or group. */
      readonly shares: ReadonlyMap<string, number>
      /** The ends of the scale in words. */
      readonly least: string
      readonly most: string
      /** Whether it is an amount of what flows, and not of what stands in its way. */
      readonly flows: boolean
      /** The amount of a node or group in words, for those who point at it or reach it. */
      readonly says?: (id: string) => string | undefined
    }

/** What is hatched, and the lines across it (`hatched.ts`). */
export interface Hatched {
  has(id: string): boolean
  lines(box: Rect): Path
}

/** What of a scene is lit, beyond where it stands. */
export interface Look {
  readonly selected: string | null
  readonly hovered: string | null
  /** Nodes and groups that differ from what they are compared with. */
  readonly marks?: ReadonlyMap<string, Mark>
  /** How one that carries a mark differs, in words, for those who point at it or reach it. */
  readonly saysOfMark?: (id: string) => string | undefined
  /** Where given, everything but these nodes and groups steps back. */
  readonly lit?: ReadonlySet<string>
  /** Nodes and groups that are hatched: what training leaves as it is. */
  readonly frozen?: Hatched
  /** Nodes that a run has finished. */
  readonly progress?: ReadonlySet<NodeId>
  /** A first picture of what a node gives. */
  readonly thumbnails?: ReadonlyMap<NodeId, CanvasImageSource>
  /** All channels of a node, as many columns as asked for; undefined until they are there. */
  readonly maps?: (node: NodeId, columns: number) => CanvasImageSource | undefined
  readonly colouring?: Colouring
}

/** The kinds of marks that boxes of a scene carry, in a fixed order. */
export function marksIn({ boxes }: Scene, { marks }: Look): readonly Mark[] {
  if (!marks || marks.size === 0) return []
  const found = new Set(boxes.map(({ id }) => marks.get(id)))
  return (['changed', 'added', 'removed'] as const).filter((mark) => found.has(mark))
}

/** How something that carries a mark differs; undefined where it carries none. */
export function markWords(
  id: string,
  { marks, saysOfMark }: Pick<Look, 'marks' | 'saysOfMark'>,
): string | undefined {
  const mark = marks?.get(id)
  return mark && (saysOfMark?.(id) ?? markSigns[mark].long)
}

/** What only a color or a sign says of something, to those who do not see it; undefined where nothing does. */
export function unseenIn({
  colouring,
  marks,
  saysOfMark,
}: Look): ((id: string) => string | undefined) | undefined {
  const amount = colouring?.by === 'amount' ? colouring.says : undefined
  if (!marks?.size) return amount
  return (id) =>
    [amount?.(id), markWords(id, { marks, saysOfMark })].filter((each) => each !== undefined).join('; ') ||
    undefined
}
