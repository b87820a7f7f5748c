import type { Box, Scene } from './scene'

/** Where a key takes the focus; null when the key means nothing here. */
export function neighbour(scene: Scene, id: string, key: string): string | null {
  const here = scene.boxes.find((box) => box.id === id)
  const boxes = scene.boxes.filter((box) => box.kind !== 'frame')
  if (!here) return boxes[0]?.id ?? null
  const along = scene.direction === 'right' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  const across = scene.direction === 'right' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
  switch (key) {
    case 'Home':
      return scene.links[0]?.from ?? null
    case 'End':
      return lastOf(scene)
    case along[0]:
      return here.kind === 'frame' ? outside(scene, here) : follow(scene, here, -1)
    case along[1]:
      return here.kind === 'frame' ? firstInside(scene, here) : follow(scene, here, 1)
    case across[0]:
      return beside(scene, here, boxes, -1) ?? outside(scene, here)
    case across[1]:
      return here.kind === 'frame'
        ? firstInside(scene, here)
        : (beside(scene, here, boxes, 1) ?? outside(scene, here))
    default:
      return null
  }
}

/** The frame around a box; null on the outermost level. */
export function outside(scene: Scene, box: Box): string | null {
  return scene.boxes.some((other) => other.id === box.parent) ? box.parent : null
}

/** Along the edges; where several leave, the first path. */
function follow(scene: Scene, here: Box, step: 1 | -1): string | null {
  const ids = scene.links.flatMap((link) =>
    step === 1 ? (link.from === here.id ? link.to : []) : link.to === here.id ? link.from : [],
  )
  const order = (box: Box) => ids.indexOf(box.id)
  const reached = scene.boxes.filter((box) => ids.includes(box.id) && box.kind !== 'frame')
  return reached.sort((a, b) => order(a) - order(b))[0]?.id ?? null
}

/** The nearest box on one side of the flow, in the same group. */
function beside(scene: Scene, here: Box, boxes: readonly Box[], side: 1 | -1): string | null {
  const from = place(scene, here)
  let best: string | null = null
  let shortest = Infinity
  for (const box of boxes) {
    if (box.parent !== here.parent) continue
    const to = place(scene, box)
    const across = (to.across - from.across) * side
    const distance = across + 2 * Math.abs(to.along - from.along)
    if (across <= 8 || distance >= shortest) continue
    best = box.id
    shortest = distance
  }
  return best
}

function firstInside(scene: Scene, frame: Box): string | null {
  const inside = scene.boxes.filter((box) => box.parent === frame.id)
  return inside.sort((a, b) => a.place - b.place || a.depth - b.depth)[0]?.id ?? null
}

function lastOf(scene: Scene): string | null {
  const leaving = new Set(scene.links.map((link) => link.from))
  return scene.links.findLast((link) => !leaving.has(link.to))?.to ?? null
}

function place(scene: Scene, box: Box) {
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  return scene.direction === 'right' ? { along: x, across: y } : { along: y, across: x }
}
