import { create } from 'zustand'

interface Finder {
  readonly isOpen: boolean
  readonly query: string
  /** Where the focus was, and goes back to. */
  readonly cameFrom: Element | null
  /** What the graph lights while something is looked for. */
  readonly lit: ReadonlySet<string> | null
  /** The same in the graph beside. */
  readonly litBeside: ReadonlySet<string> | null
}

const closed: Finder = { isOpen: false, query: '', cameFrom: null, lit: null, litBeside: null }

/** Whether the search is open and what it has found; no choice of the reader, so not in the address. */
export const useFinder = create<Finder>(() => closed)

export const finderField = 'search-field'

export function openFinder(): void {
  if (useFinder.getState().isOpen) return document.getElementById(finderField)?.focus()
  useFinder.setState({ ...closed, isOpen: true, cameFrom: document.activeElement })
  addEventListener('keydown', typeAhead, true)
}

/** Gives the focus back, unless something else is to have it. */
export function closeFinder({ keepFocus = false } = {}): void {
  const { cameFrom } = useFinder.getState()
  removeEventListener('keydown', typeAhead, true)
  useFinder.setState(closed)
  if (!keepFocus && cameFrom instanceof HTMLElement) cameFrom.focus()
}

/** What is typed while the search is still being fetched belongs to it, and is no command. */
function typeAhead(event: KeyboardEvent): void {
  if (document.getElementById(finderField)) return removeEventListener('keydown', typeAhead, true)
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  useFinder.setState({ query: useFinder.getState().query + event.key })
}
