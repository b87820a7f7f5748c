import { ChevronRight } from 'lucide-react'
import type { Graph, GraphNode } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import { type Place, samePlace } from './trail'

/** `row 3, column 4, channel 7`, or `unit 7`. */
export function placeOf({ shape }: GraphNode, { row, column, channel }: Unit): string {
  return isMap(shape) ? `row ${row}, column ${column}, channel ${channel}` : `unit ${channel}`
}

interface WayProps {
  readonly graph: Graph
  readonly way: readonly Place[]
  readonly here: Place
  readonly onGo: (place: Place) => void
}

/** The values that led here; each leads back. */
export function Way({ graph, way, here, onGo }: WayProps) {
  return (
    <nav aria-label="The way here" className="trail">
      <ol>
        {way.map((place, i) => {
          const name = `${place.node} (${placeOf(graph.node(place.node), place.unit)})`
          return (
            <li key={i} aria-current={samePlace(place, here) ? 'location' : undefined}>
              {i > 0 && <ChevronRight aria-hidden size={14} />}
              {samePlace(place, here) ? (
                name
              ) : (
                <button type="button" className="link" onClick={() => onGo(place)}>
                  {name}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
