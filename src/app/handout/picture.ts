import { arrange } from '../../diagram/arrange'
import { layout, type Room } from '../../diagram/layout'
import type { LayoutView } from '../../diagram/scene'
import { sheetOf } from '../../diagram/snapshot'
import type { Graph } from '../../nn/graph'
import { comparisonOf, openBeside } from '../compare/comparison'
import { intentOf } from '../course/intent'
import type { Pictured } from '../course/pictures'
import { veilOver } from '../course/veil'
import { colouringOf } from '../explorer/colouring'
import { printed, textOf } from '../save/files'
import { start } from '../state/intent'
import { graphOf } from '../state/network'
import { graphBeside } from '../trained/base'

/** Smallest text of a picture on paper, in pixels of 1/96 inch, before it is fitted to its place. */
const text = 12

/** A picture whose words have no room on paper is laid out for a place so many times larger, and printed smaller. */
const larger = [1, 1.2, 1.4, 1.6, 1.8] as const

/**
 * The networks that a slide shows, as drawings of lines and text: one, or two that are compared. Each is laid out for
 * `room` (pixels of 1/96 inch) and carries its title and source; the numbers of what is hidden are left out.
 */
export function drawingsOf(step: Pictured, room: Room, hidden: ReadonlySet<string>): readonly string[] {
  const intent = intentOf(step, start)
  const left = graphOf(intent.network, intent.options)
  const colouring = colouringOf(left, intent.expanded, intent.colour)
  if (intent.beside === null) {
    const view = { expanded: intent.expanded, scale: intent.scale, links: intent.links, text }
    const veil = veilOver(hidden, [left])
    return [drawing({ graph: left, view }, placeFor(room, [{ graph: left, view }]), { colouring, veil })]
  }
  const right = graphBeside(intent.beside, intent.options)
  const half = { width: room.width / 2, height: room.height }
  const compared = { text, rolls: false, direction: 'down' } as const
  const opened = openBeside(comparisonOf(left, right).diff, intent)
  const pair = [
    { graph: left, view: { ...compared, expanded: intent.expanded, beside: right } },
    { graph: right, view: { ...compared, expanded: opened, beside: left } },
  ]
  const place = placeFor(half, pair)
  const veil = veilOver(hidden, [left, right])
  return pair.map((shown) => drawing(shown, place, { veil }))
}

interface Shown {
  readonly graph: Graph
  readonly view: LayoutView
}

/** A place of the same proportions in which all words have room, the same for all that stand side by side. */
function placeFor(room: Room, shown: readonly Shown[]): Room {
  const places = larger.map((by) => ({ width: room.width * by, height: room.height * by }))
  const isRoomy = (place: Room) =>
    shown.every(({ graph, view }) => {
      const how = arrange(graph, view, place, { everything: true })
      return how?.fits && !how.brief
    })
  return places.find(isRoomy) ?? room
}

/** An address that others can follow: a site that is served on this machine alone has none. */
function addressOn(hash: string): string {
  const { protocol, hostname } = location
  const isOwn = protocol === 'file:' || /^(localhost|127\.|\[::1\])/.test(hostname)
  return isOwn ? hash : new URL(hash, document.baseURI).href
}

interface Look {
  readonly colouring?: ReturnType<typeof colouringOf>
  readonly veil: ReturnType<typeof veilOver>
}

function drawing({ graph, view }: Shown, room: Room, { colouring, veil }: Look): string {
  const how = arrange(graph, view, room, { everything: true })
  const laid = layout(graph, { ...view, ...how })
  const scene = veil ? veil(laid) : laid
  const palette = printed()
  const shot = {
    scene,
    look: { selected: null, hovered: null, ...(colouring && { colouring }) },
    palette,
    visible: scene.bounds,
    zoom: scene.reading,
    relaid: () => scene,
  }
  const { title } = graph.architecture
  const source = `Layerwise, ${addressOn(`#/n/${graph.architecture.id}`)}`
  return textOf(sheetOf(shot, 'all', { title, source }), palette.font)
}
