import type { Options } from '../../architectures/family'
import type { Aim } from '../../diagram/camera'
import type { Edits } from '../../nn/build'
import type { TraceDirection } from '../../nn/dependencies'
import { quantityIds } from '../../nn/quantities'
import type { AxisOrder } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import type { Backend } from '../../runtime/types'
import type { Panel, Sort } from '../../table/sort'

export const fits = ['crop', 'fit'] as const

/** How an image becomes square: its middle, or all of it with a margin. */
export type Fit = (typeof fits)[number]

export const weightings = ['trained', 'random'] as const

/** Which weights run; trained ones where there are some. */
export type Weighting = (typeof weightings)[number]

export const flows = ['auto', 'right', 'down'] as const
export const scales = ['auto', 'linear', 'sqrt'] as const
export const linkings = ['flow', 'all'] as const
export const colours = ['path', 'family', ...quantityIds] as const

export const besideTabs = ['differences', 'runs'] as const

export type BesideTab = (typeof besideTabs)[number]

/** What a visitor chose; everything else on the page follows from it. */
export interface Intent {
  readonly network: string
  /** Options that differ from the network's own. */
  readonly options: Options
  /** Attributes of layers that differ from those the options give. */
  readonly edits: Edits
  readonly expanded: ReadonlySet<string>
  /** A node or a group. */
  readonly selected: string | null
  /** One value of the selected layer whose arithmetic is open. */
  readonly unit: Unit | null
  /** A sample's name, or `own` for an image that only this visitor has. */
  readonly image: string
  readonly fit: Fit
  /** Trained weights, where the network has some, or random ones. */
  readonly weights: Weighting
  /** Of the random weights. */
  readonly seed: number
  readonly axes: AxisOrder
  /** What is lit of the graph around the selection; null shows all of it alike. */
  readonly trace: TraceDirection | null
  /** Where the picture flows; `auto` follows the page. */
  readonly flow: (typeof flows)[number]
  /** How channels become thickness; `auto` follows the network. */
  readonly scale: (typeof scales)[number]
  /** Whether the connections of dense blocks are drawn one by one. */
  readonly links: (typeof linkings)[number]
  /** What the colours of the picture stand for. */
  readonly colour: (typeof colours)[number]
  /** Where the picture stands; null where it was not moved. */
  readonly at: Aim | null
  /** What the rows of the table are, or the network as code; null while it is closed. */
  readonly table: Panel | null
  /** Null: the network's own order. */
  readonly sort: Sort | null
  /** Absent: the runtime decides. */
  readonly backend?: Backend
  /** The network that the first one is compared with. */
  readonly beside: string | null
  /** Groups that are open, though only the network beside has them. */
  readonly besideOpen: ReadonlySet<string>
  /** A node or a group that only the network beside has. */
  readonly besideNode: string | null
  /** What of the comparison stands beside the graphs. */
  readonly besideTab: BesideTab
}

/** Something in an address that could not be used, as a sentence. */
export type Problem =
  | {
      readonly kind: 'network'
      readonly sentence: string
      readonly suggestions: readonly string[]
      /** Where the name stood. */
      readonly field?: 'beside'
    }
  | { readonly kind: 'option'; readonly sentence: string; readonly option: string; readonly text: string }
  /** What a choice of the reader took away, and not the address. */
  | { readonly kind: 'lost'; readonly sentence: string }
  | { readonly kind: 'other' | 'page'; readonly sentence: string }

export const start: Intent = {
  network: 'resnet18',
  options: {},
  edits: {},
  expanded: new Set(),
  selected: null,
  unit: null,
  image: 'cat-1',
  fit: 'crop',
  weights: 'trained',
  seed: 1,
  axes: 'hwc',
  trace: null,
  flow: 'auto',
  scale: 'auto',
  links: 'flow',
  colour: 'path',
  at: null,
  table: null,
  sort: null,
  beside: null,
  besideOpen: new Set(),
  besideNode: null,
  besideTab: 'differences',
}

export const largestSeed = 2 ** 31 - 1

/** The image that no address can carry. */
export const ownImage = 'own'
