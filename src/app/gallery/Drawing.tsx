import { useEffect, useRef, useState } from 'react'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { closable } from '../route/fields'
import { draw, keepDrawn } from './draw'
import { inTurn } from './turns'

interface Props {
  readonly network: string
  readonly isOpen?: boolean
  /** Without any names: there is no room to read one. */
  readonly isBare?: boolean
  readonly className?: string
  /** The network is built: its counts are known. */
  readonly onBuilt?: (graph: Graph) => void
}

/** Pictures are drawn before they are seen, this far ahead. */
const ahead = '300px'

/** A small picture of a network, as decoration beside its name: built and drawn when it comes near what is seen, and no sooner. */
export function Drawing({ network, isOpen = false, isBare = false, className, onBuilt }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  const [graph, setGraph] = useState<Graph | null>(null)

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: ahead,
    })
    observer.observe(canvas.current!)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!isNear || graph) return
    return inTurn(() => {
      const built = build(resolve(network).architecture)
      setGraph(built)
      onBuilt?.(built)
    })
    // Told once, to whoever was there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNear, graph, network])

  useEffect(() => {
    const element = canvas.current!
    if (!isNear || !graph) return
    const expanded = new Set(isOpen ? closable(graph) : [])
    return keepDrawn(element, () => draw(element, graph, expanded, () => {}, isBare))
  }, [isNear, graph, isOpen, isBare])

  return <canvas ref={canvas} width={0} height={0} className={className} aria-hidden />
}
