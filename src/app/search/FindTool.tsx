import { Search } from 'lucide-react'
import { useEffect } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useKeys, withKey } from '../help/keys'
import type { FinderProps } from './Finder'
import { closeFinder, openFinder, useFinder } from './finder'

// Not on the first screen, so fetched after it.
const finder = loadable(() => import('./Finder').then((m) => m.Finder))

/** Fetches the search when the page has nothing better to do, so that it opens at once, also offline. */
export function preloadSearch(): void {
  // What does not come now is told when the search is opened.
  void finder.load().catch(() => {})
}

/** Opens and closes the search. */
export function FindTool() {
  const isOpen = useFinder((state) => state.isOpen)
  useKeys({ search: openFinder })
  return (
    <button
      type="button"
      className="button small"
      aria-expanded={isOpen}
      title={withKey('Search layers and networks', 'search')}
      onClick={isOpen ? () => closeFinder() : openFinder}
    >
      <Search aria-hidden size={16} /> <span className="tool-text">Search</span>
    </button>
  )
}

/** The search over the graph, while it is open. */
export function FinderPanel({ graph, beside }: FinderProps) {
  const isOpen = useFinder((state) => state.isOpen)
  // It goes with the graph that it searches.
  useEffect(() => () => closeFinder({ keepFocus: true }), [])
  return (
    isOpen && <Part name="The search" of={finder} with={{ graph, beside }} onClose={() => closeFinder()} />
  )
}
