import { type ComponentType, createContext, type RefObject } from 'react'
import { create } from 'zustand'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph, GraphNode } from '../../nn/graph'

/** The card of a layer in the picture of a lab. */
export interface LayerCardProps {
  readonly graph: Graph
  readonly node: GraphNode
  readonly diagram: RefObject<DiagramHandle | null>
  readonly expanded: ReadonlySet<string>
  /** Shows another layer of the same picture; null closes the card. */
  readonly onSelect: (id: string | null) => void
}

/** What shows a layer that was chosen; null where a picture is only looked at. */
export const LayerCards = createContext<ComponentType<LayerCardProps> | null>(null)

/** The layer that was chosen last: of several pictures of a lab one at most has a card. */
export const useChosenLayer = create<{ readonly of: object | null; readonly id: string | null }>(() => ({
  of: null,
  id: null,
}))
