import { type MouseEvent, useEffect, useMemo, useRef } from 'react'
import type { Graph } from '../../nn/graph'
import { closable } from '../route/fields'
import { showNetwork } from '../route/sync'
import { draw, keepDrawn } from './draw'
import { visit } from './visit'

interface Props {
  readonly network: string
  readonly title: string
  /** Whether everything in it stands open. */
  readonly open: boolean
  /** What is drawn; null while the picture is far from what is seen. */
  readonly graph: Graph | null
}

/** Leads to a network with what was chosen for all of them. */
export function follow(event: MouseEvent, network: string, open: boolean): void {
  // A new tab, or a download, is the browser's.
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  visit(network, open)
  showNetwork()
}

/** All of a network, closed or open; leads to it. */
export function Picture({ network, title, open, graph }: Props) {
  const sheet = useRef<HTMLCanvasElement>(null)
  const expanded = useMemo(() => new Set(graph && open ? closable(graph) : []), [graph, open])

  useEffect(() => {
    const canvas = sheet.current!
    if (!graph) return
    return keepDrawn(canvas, () => {
      canvas.ariaBusy = 'true'
      return draw(canvas, graph, expanded, () => (canvas.ariaBusy = null))
    })
  }, [graph, expanded])

  const state = open ? 'open' : 'closed'
  return (
    <a
      className="gallery-picture"
      data-state={state}
      href={`#/n/${network}${open ? '?open=all' : ''}`}
      aria-label={`${title}, ${state}`}
      onClick={(event) => follow(event, network, open)}
    >
      {/* Without a pixel until it is drawn. */}
      <canvas ref={sheet} width={0} height={0} aria-hidden />
      <span aria-hidden>{state}</span>
    </a>
  )
}
