/** What a step of an outline does; the coordinates that follow it are `x, y` pairs. */
export const step = { move: 0, line: 1, cubic: 2, quadratic: 3, close: 4 } as const

/**
 * An outline as numbers: a step and its coordinates, again and again. A large network has a hundred thousand of them,
 * and numbers are drawn, moved and measured without being read as text first.
 */
export type Path = readonly number[]

const letters = ['M', 'L', 'C', 'Q', 'Z']
const coordinates = [2, 2, 6, 4, 0]

/** What an outline can be traced on: a canvas, or a path of it. */
export type Tracer = Pick<
  CanvasPath,
  'moveTo' | 'lineTo' | 'bezierCurveTo' | 'quadraticCurveTo' | 'closePath'
>

export function trace(path: Path, on: Tracer): void {
  for (let i = 0; i < path.length; i += 1 + coordinates[path[i]]) {
    const p = path
    switch (p[i]) {
      case step.move:
        on.moveTo(p[i + 1], p[i + 2])
        break
      case step.line:
        on.lineTo(p[i + 1], p[i + 2])
        break
      case step.cubic:
        on.bezierCurveTo(p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5], p[i + 6])
        break
      case step.quadratic:
        on.quadraticCurveTo(p[i + 1], p[i + 2], p[i + 3], p[i + 4])
        break
      default:
        on.closePath()
    }
  }
}

/** The outline as the `d` of an SVG path, to a hundredth of a pixel. */
export function pathText(path: Path): string {
  const parts: string[] = []
  for (let i = 0; i < path.length; i += 1 + coordinates[path[i]]) {
    const end = i + 1 + coordinates[path[i]]
    parts.push(
      letters[path[i]] +
        path
          .slice(i + 1, end)
          .map((value) => String(Math.round(value * 100) / 100))
          .join(' '),
    )
  }
  return parts.join('')
}

/** Calls back with every point that an outline names; it lies within their hull. */
export function eachPoint(path: Path, take: (x: number, y: number) => void): void {
  for (let i = 0; i < path.length; i += 1 + coordinates[path[i]])
    for (let j = i + 1; j < i + 1 + coordinates[path[i]]; j += 2) take(path[j], path[j + 1])
}

/** The outline between two others, at `t` from 0 to 1; the second one where they are not made of the same steps. */
export function between(a: Path, b: Path, t: number): Path {
  if (t >= 1 || a.length !== b.length) return b
  for (let i = 0; i < a.length; i += 1 + coordinates[a[i]]) if (a[i] !== b[i]) return b
  // The numbers of the steps are equal, so they stay what they are.
  return a.map((value, i) => value + (b[i] - value) * t)
}
