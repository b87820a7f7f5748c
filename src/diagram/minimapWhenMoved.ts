import { later } from '../ui/later'
import type { Place } from './camera'
import type { Minimap } from './minimap'

const fetchMinimap = later(() => import('./minimap'))

/** The map in the corner, fetched when a picture is first moved by hand: nobody sees it before. */
export function minimapWhenMoved(root: HTMLElement, go: (place: Place) => void): Minimap {
  let map: Minimap | null = null
  let isAsked = false
  let drawn: Parameters<Minimap['draw']> | null = null
  let shown: Parameters<Minimap['show']> | null = null

  async function fetchMap(): Promise<void> {
    isAsked = true
    try {
      const { createMinimap } = await fetchMinimap()
      if (!root.isConnected) return
      map = createMinimap(root, go)
      if (drawn) map.draw(...drawn)
      if (shown) map.show(...shown)
      map.appear()
    } catch {
      // The picture is whole without it; the next movement asks again.
      isAsked = false
    }
  }

  return {
    draw(...given) {
      drawn = given
      map?.draw(...given)
    },
    show(...given) {
      shown = given
      map?.show(...given)
    },
    appear() {
      if (map) map.appear()
      else if (!isAsked) void fetchMap()
    },
  }
}
