import { type PointerEvent as Pressed, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { tellOthers } from '../mirror/follow'
import { useTalk } from '../mirror/talk'
import { inked, lensOf, type Spot, tieAt } from './place'
import { outlineOf } from './outline'
import { addStroke, type Stroke, useInkOn } from './strokes'
import { Laser } from './Laser'
import { useTool } from './tool'
import './ink.css'

interface Props {
  /** `lesson/step`. */
  readonly slide: string
  /** The slide on the page. */
  readonly deck: RefObject<HTMLElement | null>
}

/** Shares of the slide's height. */
const widths = { pen: 0.007, highlighter: 0.032 }

/** Others are told of a stroke that is being drawn, and of the laser, this often, in milliseconds. */
const telling = 25

/** What is drawn on a slide, over everything on it; with a tool in the hand, the pointer draws. */
export function InkLayer({ slide, deck }: Props) {
  const lines = useInkOn(slide)
  const tool = useTool((state) => state.tool)
  const color = useTool((state) => state.color)
  const remote = useTalk(({ drawing }) => (drawing?.slide === slide ? drawing.stroke : null))
  const [own, setOwn] = useState<Stroke | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const told = useRef(0)
  const shown = [...lines, ...(remote ? [remote] : []), ...(own ? [own] : [])]
  const isTied = shown.some(({ on }) => on !== null)

  // Strokes stay on their nodes while the picture moves, by hand or by itself.
  useEffect(() => {
    let frame = 0
    const place = () => {
      for (const group of svg.current?.querySelectorAll<SVGGElement>('g[data-tie]') ?? []) {
        const tie = group.dataset.tie ?? ''
        const lens =
          deck.current && lensOf(deck.current, tie === '' ? null : (JSON.parse(tie) as Stroke['on']))
        const transform = lens ? `translate(${lens.x} ${lens.y}) scale(${lens.k})` : 'scale(0)'
        if (group.getAttribute('transform') !== transform) group.setAttribute('transform', transform)
      }
      if (isTied) frame = requestAnimationFrame(place)
    }
    place()
    addEventListener('resize', place)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('resize', place)
    }
  })

  const spotOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Spot => {
    const { left, top } = deck.current!.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const isDue = () => {
    const due = performance.now() - told.current >= telling
    if (due) told.current = performance.now()
    return due
  }

  function point(event: Pressed): void {
    const { width, height } = deck.current!.getBoundingClientRect()
    const { x, y } = spotOf(event)
    const at = { x: x / width, y: y / height }
    useTalk.setState({ laser: at })
    if (isDue()) tellOthers({ kind: 'laser', slide, at })
  }

  function start(event: Pressed): void {
    if (tool === null || event.button !== 0) return
    svg.current!.setPointerCapture(event.pointerId)
    if (tool === 'laser') return point(event)
    const spot = spotOf(event)
    const on = tieAt(deck.current!, spot)
    const lens = lensOf(deck.current!, on)
    if (!lens) return
    const width = (widths[tool] * deck.current!.clientHeight) / lens.k
    const { x, y } = inked(spot, lens)
    setOwn({ tool, color, width: Math.round(width * 100) / 100, on, points: [[x, y, event.pressure]] })
  }

  function draw(event: Pressed): void {
    if (tool === 'laser') return point(event)
    const lens = own && lensOf(deck.current!, own.on)
    if (!lens) return
    const { nativeEvent } = event
    const moves = nativeEvent.getCoalescedEvents?.() ?? []
    const added = (moves.length > 0 ? moves : [nativeEvent]).map((move): [number, number, number] => {
      const { x, y } = inked(spotOf(move), lens)
      return [x, y, Math.min(1, move.pressure)]
    })
    const stroke = { ...own, points: [...own.points, ...added].slice(0, 4000) }
    setOwn(stroke)
    if (isDue()) tellOthers({ kind: 'drawing', slide, stroke })
  }

  function end(): void {
    if (tool === 'laser') return rest()
    if (!own) return
    addStroke(slide, own)
    tellOthers({ kind: 'drawing', slide, stroke: null })
    setOwn(null)
  }

  function rest(): void {
    if (useTalk.getState().laser === null) return
    useTalk.setState({ laser: null })
    tellOthers({ kind: 'laser', slide, at: null })
  }
  useEffect(() => {
    if (tool !== 'laser') useTalk.setState({ laser: null })
  }, [tool])

  return (
    <>
      <svg
        ref={svg}
        className="ink-layer"
        data-tool={tool ?? undefined}
        aria-label={shown.length > 0 ? `${shown.length} strokes drawn on the slide` : undefined}
        role={shown.length > 0 ? 'img' : undefined}
        aria-hidden={shown.length === 0 || undefined}
        onPointerDown={start}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
        onPointerLeave={() => tool === 'laser' && rest()}
        // The picture below is still zoomed by the wheel.
        onWheel={({ nativeEvent }) =>
          deck.current
            ?.querySelector('.diagram')
            ?.dispatchEvent(
              new WheelEvent('wheel', { ...wheelOf(nativeEvent), bubbles: true, cancelable: true }),
            )
        }
      >
        {shown.map((stroke, i) => (
          <g key={i} data-tie={stroke.on ? JSON.stringify(stroke.on) : ''}>
            <Line stroke={stroke} />
          </g>
        ))}
      </svg>
      <Laser deck={deck} />
    </>
  )
}

function wheelOf({ deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey }: WheelEvent): WheelEventInit {
  return { deltaX, deltaY, deltaMode, clientX, clientY, ctrlKey }
}

function Line({ stroke }: { readonly stroke: Stroke }) {
  const path = useMemo(() => outlineOf(stroke), [stroke])
  return <path className="ink-line" data-tool={stroke.tool} data-color={stroke.color} d={path} />
}
