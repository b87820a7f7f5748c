import { create } from 'zustand'
import { resolve } from '../architectures/index'
import { OptionError, type OptionValue } from '../architectures/options'
import type { AxisOrder } from '../nn/shape'
import type { Backend } from '../runtime/types'
import type { Sort, TableLevel } from '../table/rows'
import { ancestorsOf, graphOf } from './network'
import { closable, differing, type Fit, type Intent, type Problem, start } from './url'

interface State extends Intent {
  /** The node or group under the pointer. */
  readonly hovered: string | null
  /** Counts how often something was asked to be brought into view; the last one is what is selected. */
  readonly shown: number
  /** What the address asked for in vain. */
  readonly problems: readonly Problem[]
}

interface Actions {
  /** Takes over an address. */
  restore(intent: Intent, problems: readonly Problem[]): void
  /** Starts another network with its own options. */
  choose(network: string): void
  /** Returns the sentence that says why the value is not possible, and then changes nothing. */
  setOption(name: string, value: OptionValue): string | undefined
  resetOptions(): void
  /** Selects and opens whatever holds the id; null shows the network. */
  select(id: string | null): void
  /** Selects, and brings it into view. */
  show(id: string): void
  /** Opens or closes a group, and selects it. */
  toggle(group: string): void
  openAll(open: boolean): void
  hover(id: string | null): void
  setImage(image: string): void
  setFit(fit: Fit): void
  setSeed(seed: number): void
  setAxes(axes: AxisOrder): void
  /** Opens the table, or closes it with null. */
  setTable(table: TableLevel | null): void
  setSort(sort: Sort | null): void
  setBackend(backend: Backend | undefined): void
  dismiss(problem: Problem): void
  /** Shows a second network beside the first, or with null the first alone. */
  compareWith(network: string | null): void
  /** Shows two networks, both with their own options. */
  compare(network: string, beside: string): void
  /** Takes over what was opened or selected in either picture of a comparison. */
  explore(part: Partial<Pick<Intent, 'expanded' | 'selected' | 'besideOpen' | 'besideNode'>>): void
}

export const useStore = create<State & Actions>((set, get) => ({
  ...start,
  hovered: null,
  shown: 0,
  problems: [],

  restore: (intent, problems) => set({ backend: undefined, ...intent, problems, hovered: null }),

  choose: (network) =>
    set({
      network,
      options: {},
      expanded: new Set(),
      selected: null,
      hovered: null,
      problems: [],
      besideOpen: start.besideOpen,
      besideNode: null,
    }),

  setOption(name, value) {
    const { network, options, expanded, selected, problems } = get()
    try {
      const next = differing(network, resolve(network, { ...options, [name]: value }).options)
      const graph = graphOf(network, next)
      set({
        options: next,
        expanded: new Set([...expanded].filter((id) => graph.has(id) === 'group')),
        selected: selected !== null && graph.has(selected) ? selected : null,
        hovered: null,
        problems: problems.filter((problem) => problem.kind !== 'option' || problem.option !== name),
      })
      return undefined
    } catch (error) {
      if (error instanceof OptionError) return error.message
      throw error
    }
  },

  resetOptions() {
    const { network, expanded, selected, problems } = get()
    const graph = graphOf(network, {})
    set({
      options: {},
      expanded: new Set([...expanded].filter((id) => graph.has(id) === 'group')),
      selected: selected !== null && graph.has(selected) ? selected : null,
      problems: problems.filter((problem) => problem.kind !== 'option'),
    })
  },

  select(id) {
    const { network, options, expanded, selected } = get()
    if (id === selected) return
    if (id === null) return set({ selected: null })
    const held = ancestorsOf(graphOf(network, options), id)
    set({
      selected: id,
      ...(held.some((group) => !expanded.has(group)) && { expanded: new Set([...expanded, ...held]) }),
    })
  },

  show(id) {
    get().select(id)
    set({ shown: get().shown + 1 })
  },

  toggle(group) {
    const { expanded } = get()
    const next = new Set(expanded)
    if (next.has(group)) {
      // What lies inside closes too, so that opening it again shows its blocks and not a jumble.
      for (const id of expanded) if (id === group || id.startsWith(`${group}/`)) next.delete(id)
    } else next.add(group)
    set({ expanded: next, selected: group })
  },

  openAll(open) {
    const { network, options, selected } = get()
    const graph = graphOf(network, options)
    if (open) return set({ expanded: new Set(closable(graph)) })
    const outermost = selected === null ? undefined : ancestorsOf(graph, selected)[0]
    set({ expanded: new Set(), ...(outermost !== undefined && { selected: outermost }) })
  },

  hover: (hovered) => set({ hovered }),
  setImage: (image) => set({ image }),
  setFit: (fit) => set({ fit }),
  setSeed: (seed) => set({ seed }),
  setAxes: (axes) => set({ axes }),
  setTable: (table) => set({ table }),
  setSort: (sort) => set({ sort }),
  setBackend: (backend) => set({ backend }),
  dismiss: (problem) => set({ problems: get().problems.filter((other) => other !== problem) }),

  compareWith: (beside) =>
    set({ beside, besideOpen: start.besideOpen, besideNode: null, hovered: null, problems: [] }),

  compare(network, beside) {
    if (network !== get().network || Object.keys(get().options).length > 0) get().choose(network)
    get().compareWith(beside)
  },

  explore: (part) => set(part),
}))
