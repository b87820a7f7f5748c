type Listener = (side: 'left' | 'right', id: string) => void

const listeners = new Set<Listener>()

/** Selects a place in one of the two pictures and brings it into view. */
export function show(side: 'left' | 'right', id: string): void {
  listeners.forEach((listener) => listener(side, id))
}

/** Hears of every `show`; returns the way out. */
export function onShow(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
