import type { DiagramHandle } from '../../diagram/Diagram'

type Side = 'left' | 'right'

/** The pictures on the page, for whoever follows or moves them from outside. */
const figures = new Map<Side, { readonly current: DiagramHandle | null }>()
const listeners = new Set<(side: Side) => void>()

/** Says which picture is on the page. Returns the way out. */
export function setFigure(
  figure: { readonly current: DiagramHandle | null },
  side: Side = 'left',
): () => void {
  figures.set(side, figure)
  return () => {
    if (figures.get(side) === figure) figures.delete(side)
  }
}

export function figureOn(side: Side): DiagramHandle | null {
  return figures.get(side)?.current ?? null
}

/** Somebody moves the picture by hand. */
export function figureMoved(side: Side = 'left'): void {
  for (const tell of listeners) tell(side)
}

/** Calls back while somebody moves a picture by hand. Returns the way out. */
export function onFigureMoved(listener: (side: Side) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
