import { layout } from '../../diagram/layout'
import type { DiagramProps } from '../../diagram/Diagram'
import { paintScene } from '../../diagram/paint'
import { makePalette } from '../../diagram/palette'
import { recorder } from '../../diagram/recorder.fixture'

const palette = makePalette((name) => (name === 'bg' ? '#fcfbf7' : '#1b1b22'), 'sans-serif')

/** A picture as the words that are painted, each in a paragraph; all of it, at the size at which it is read. */
export function Diagram({
  graph,
  expanded,
  beside,
  rolls,
  direction,
  scale,
  links,
  veil,
}: Partial<DiagramProps>) {
  const laid = layout(graph!, {
    ...{ expanded: expanded ?? new Set(), beside, rolls, direction, scale, links, text: 13 },
  })
  const scene = veil ? veil(laid) : laid
  const { painter, written } = recorder()
  paintScene(painter, scene, {
    look: { selected: null, hovered: null },
    palette,
    visible: scene.bounds,
    zoom: scene.reading,
  })
  return (
    <>
      {written.map(({ text }, i) => (
        <p key={i}>{text}</p>
      ))}
      {scene.boxes.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </>
  )
}
