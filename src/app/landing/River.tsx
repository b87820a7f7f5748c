import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { textWidth } from '../../diagram/measure'
import type { Graph, NodeId } from '../../nn/graph'
import { formatShape, type Shape } from '../../nn/shape'
import type { Scene } from '../film/film'
import { usePictures } from '../image/pictures'
import { Thumbnail } from '../image/Thumbnail'
import { useStore } from '../state/store'
import { useBox } from '../../ui/useBox'
import { type Course, courseOf, riverOf, rowsOf, shiftsOf } from './river'
import { RiverWater } from './RiverWater'

interface Props {
  readonly graph: Graph
  /** Small pictures of what nodes gave, by node. */
  readonly maps: ReadonlyMap<NodeId, CanvasImageSource> | undefined
  /** How far the forward pass that is played has come; null while none is. */
  readonly scene: Scene | null
  /** Where a tensor is opened. */
  readonly hrefOf: (node: NodeId) => string
  /** What stands at the end, in pixels: how far it is to the right, how wide, and where its middle lies. */
  readonly children: (place: {
    readonly x: number
    readonly width: number
    readonly middle: number
    /** Where what it says is shown. */
    readonly frame: RefObject<HTMLElement | null>
  }) => ReactNode
}

/** A network as one stream: the photo, a tensor for each size of its maps with the maps inside, and the values at the end. */
export function River({ graph, maps, scene, hrefOf, children }: Props) {
  const river = useMemo(() => riverOf(graph), [graph])
  const { ref: frame, width, text } = useBox()
  const course = useMemo(() => (width > 0 ? courseOf(river, width) : null), [river, width])
  const picture = usePictures((state) => state.picture)
  const order = useStore((state) => state.axes)
  const isReached = (node: NodeId) => scene === null || scene.lit.has(node)
  const { stretches } = river
  const labels = course
    ? labelsOf(
        stretches.map(({ shape }) => formatShape(shape, order)),
        course.faces,
        text,
        width,
      )
    : []
  const labelRows = Math.max(1, ...labels.map(({ lines }) => lines.length))
  return (
    <div
      ref={frame}
      className="river"
      style={{ blockSize: course ? course.height + labelRows * text * 1.35 + 4 : undefined }}
    >
      {course && (
        <>
          <RiverWater course={course} width={width} isReached={isReached} hrefOf={hrefOf} frame={frame} />
          <ol>
            {stretches.map(({ node, shape }, i) => {
              const { x, side } = course.faces[i]
              const isPhoto = node === graph.input
              const map = maps?.get(node)
              const now = scene?.now.has(node)
              return (
                <li
                  key={node}
                  style={{ insetInlineStart: x, inlineSize: side, insetBlockStart: course.middle - side / 2 }}
                >
                  <a
                    href={hrefOf(node)}
                    className={`river-face${isReached(node) ? '' : ' ahead'}${now ? ' now' : ''}`}
                    style={{ inlineSize: side, blockSize: side }}
                    aria-label={
                      isPhoto
                        ? `${picture?.name ?? 'The image'}, ${spoken(shape)}`
                        : `Feature maps, ${spoken(shape)}`
                    }
                  >
                    {isPhoto
                      ? picture && <Thumbnail picture={picture} size={side} />
                      : map && <Face map={map} side={side} />}
                  </a>
                  {/* What it says stands in the name of the face, which keys reach. */}
                  <a
                    href={hrefOf(node)}
                    className="river-label"
                    tabIndex={-1}
                    aria-hidden
                    style={{
                      insetBlockStart: course.height - course.middle + side / 2,
                      marginInlineStart: labels[i].aside,
                    }}
                  >
                    {labels[i].lines.map((line) => (
                      <span key={line}>{line}</span>
                    ))}
                  </a>
                </li>
              )
            })}
          </ol>
          {children({ x: course.end.x, width: course.end.width, middle: course.middle, frame })}
        </>
      )}
    </div>
  )
}

const spoken = (shape: Shape) => `${shape[0]} by ${shape[1]} pixels, ${shape[2]} channels`

interface Label {
  readonly lines: readonly string[]
  /** How far it stands right of the middle of its face, in pixels. */
  readonly aside: number
}

/**
 * Shapes in one line where all have room beside each other, in two where they have not, each a little beside its face if it
 * must be; else channels alone, some of them a row lower.
 */
function labelsOf(
  shapes: readonly string[],
  faces: Course['faces'],
  size: number,
  room: number,
): readonly Label[] {
  const inTwo = shapes.map((shape) => {
    const [first, second, third] = shape.split('×')
    return [`${first}×${second}`, `×${third}`]
  })
  const widthsOf = (labels: readonly (readonly string[])[]) =>
    labels.map((lines) =>
      // The last line is bold.
      Math.max(...lines.map((line, at) => textWidth(line, size, at === lines.length - 1))),
    )
  const rows = (labels: readonly (readonly string[])[]) => rowsOf(widthsOf(labels), faces, size / 3)
  const whole = [shapes.map((shape) => [shape]), inTwo].find((labels) =>
    rows(labels).every((row) => row === 0),
  )
  if (whole) return whole.map((lines) => ({ lines, aside: 0 }))
  const shifts = shiftsOf(widthsOf(inTwo), faces, size / 4, room)
  if (shifts) return inTwo.map((lines, i) => ({ lines, aside: shifts[i] }))
  const channels = inTwo.map(([, last]) => [last])
  return rows(channels).map((row, i) => ({
    lines: row === undefined ? [] : [...Array<string>(row).fill('\u00a0'), ...channels[i]],
    aside: 0,
  }))
}

/** The maps of a tensor, pixel by pixel. */
function Face({ map, side }: { readonly map: CanvasImageSource; readonly side: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current!
    const pixels = Math.round(side * (window.devicePixelRatio || 1))
    element.width = element.height = pixels
    const context = element.getContext('2d')
    if (!context) return
    context.imageSmoothingEnabled = false
    context.drawImage(map, 0, 0, pixels, pixels)
  }, [map, side])
  return <canvas ref={canvas} aria-hidden />
}
