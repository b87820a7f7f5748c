import { useEffect, useRef, useState } from 'react'
import type { Pictured } from '../../../content/course'
import { resolve } from '../../architectures/index'
import { isBlock } from '../../diagram/arrange'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { closable } from '../route/fields'
import { draw, keepDrawn } from './draw'
import { inTurn } from './turns'

interface Props {
  readonly network: string
  /** Groups that stand open; unless said, all of a block, which shows nothing else, and none of a network. */
  readonly open?: Pictured['open']
  readonly className?: string
  /** The network is built: its counts are known. */
  readonly onBuilt?: (graph: Graph) => void
}

/** Pictures are drawn before they are seen, this far ahead. */
const ahead = '300px'

/** A small picture of a network without words, as decoration beside its name: built and drawn when it comes near what is seen, and no sooner. */
export function Drawing({ network, open, className, onBuilt }: Props) {
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
    }, canvas.current)
    // Told once, to whoever was there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNear, graph, network])

  useEffect(() => {
    const element = canvas.current!
    if (!isNear || !graph) return
    const groups = open ?? (isBlock(graph) ? 'all' : [])
    const expanded = new Set(groups === 'all' ? closable(graph) : groups)
    return keepDrawn(element, () => draw(element, graph, expanded, () => {}, true))
  }, [isNear, graph, open])

  return <canvas ref={canvas} width={0} height={0} className={className} aria-hidden />
}
