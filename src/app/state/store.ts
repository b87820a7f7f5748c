import { create } from 'zustand'
import { resolve } from '../../architectures/index'
import { OptionError, type OptionValue } from '../../architectures/options'
import type { TraceDirection } from '../../nn/dependencies'
import type { NodeId } from '../../nn/graph'
import { rollWith } from '../../nn/rolls'
import type { AxisOrder } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import type { Backend } from '../../runtime/types'
import type { Panel, Sort } from '../../table/sort'
import { withEdit, withoutEdit } from '../../nn/edits'
import { fittingEdits } from './edits'
import { type Built, type History, type Moment, noHistory, recorded, redone, undone } from './history'
import { ancestorsOf, canOpen, graphOf, openedTo } from './network'
import { closable } from '../route/fields'
import { type Fit, type Intent, type Problem, start, type Weighting } from './intent'
import { differing } from '../route/usable'
import { baseOf } from '../trained/base'
import { first } from '../trained/showpiece'

interface State extends Intent {
  /** The node or group under the pointer. */
  readonly hovered: string | null
  /** Counts how often something was asked to be brought into view; the last one is what is selected. */
  readonly shown: number
  /** The steps of options and edits that can be undone. */
  readonly history: History
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
  /** Takes back all options, to those that it was published or trained with. */
  resetOptions(): void
  /** Changes an attribute of a layer; the value is one that `readAttribute` gave. */
  setAttribute(node: NodeId, name: string, value: unknown): void
  /** Takes back the edits of a layer, or one of them. */
  resetAttributes(node: NodeId, name?: string): void
  /** Takes back all options and edits. */
  resetAll(): void
  undo(): void
  redo(): void
  /** Selects and opens whatever holds the id; null shows the network. */
  select(id: string | null): void
  /** Selects, and brings it into view. */
  show(id: string): void
  /** Opens the arithmetic of one value of the selected layer, or closes it with null. */
  setUnit(unit: Unit | null): void
  /** Opens the arithmetic of one value of another layer. */
  showUnit(node: NodeId, unit: Unit): void
  /** Opens or closes a group, and selects it. */
  toggle(group: string): void
  openAll(open: boolean): void
  hover(id: string | null): void
  setImage(image: string): void
  setFit(fit: Fit): void
  /** Runs trained weights, where there are some, or random ones. */
  setWeights(weights: Weighting): void
  setSeed(seed: number): void
  setAxes(axes: AxisOrder): void
  /** Lights what the selection needs or feeds, or with null everything. */
  setTrace(trace: TraceDirection | null): void
  /** Chooses how the picture is drawn. */
  setView(part: Partial<Pick<Intent, 'flow' | 'scale' | 'links' | 'colour' | 'at'>>): void
  /** Opens the table, or closes it with null. */
  setTable(table: Panel | null): void
  setSort(sort: Sort | null): void
  setBackend(backend: Backend | undefined): void
  dismiss(problem: Problem): void
  /** Shows a second network beside the first, or with null the first alone. */
  compareWith(network: string | null): void
  /** Takes over what was opened, selected or asked for in a comparison. */
  explore(
    part: Partial<Pick<Intent, 'expanded' | 'selected' | 'besideOpen' | 'besideNode' | 'besideTab'>>,
  ): void
}

/** The history after a step, unless nothing was changed by it. */
function stepped(before: State, after: Partial<Built>, control: string): History {
  const { options, edits, weights } = { ...before, ...after }
  const isSame =
    JSON.stringify([options, edits, weights]) ===
    JSON.stringify([before.options, before.edits, before.weights])
  return isSame ? before.history : recorded(before.history, before, control, Date.now())
}

/** Other options, edits and weights, with what is no longer there neither open nor selected. */
function rebuilt(
  { network, expanded, selected }: State,
  built: Partial<Built> & Omit<Built, 'weights'>,
): Partial<State> {
  const { options } = built
  const graph = graphOf(network, options)
  return {
    ...built,
    // The same set where nothing closes, so that the picture stays as it is arranged.
    expanded: [...expanded].every((id) => canOpen(graph, id))
      ? expanded
      : new Set([...expanded].filter((id) => canOpen(graph, id))),
    selected: selected !== null && graph.has(selected) ? selected : null,
    hovered: null,
  }
}

/** Before a step is taken back: open again is what it closed, because the network had no such group any more. */
function reopened(before: State, { expanded }: Moment): State {
  const graph = graphOf(before.network, before.options)
  const closed = [...expanded].filter((id) => !canOpen(graph, id))
  return closed.length === 0 ? before : { ...before, expanded: new Set([...before.expanded, ...closed]) }
}

/** The problems that a change of the network leaves standing. */
function addressed(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ kind }) => kind !== 'option' && kind !== 'lost')
}

/** What is said of layers whose edits went with them. */
function lossOf(lost: readonly NodeId[]): readonly Problem[] {
  if (lost.length === 0) return []
  const sentence = `the edits to ${lost.join(', ')} were dropped because the network has no such layer now; undo brings them back`
  return [{ kind: 'lost', sentence }]
}

/** Options and edits as they were, as a step of their own. */
function takenBack(
  before: State,
  built: Omit<Built, 'weights'>,
  lost: readonly NodeId[] = [],
): Partial<State> {
  return {
    ...rebuilt(before, built),
    history: stepped(before, built, 'reset'),
    problems: [...addressed(before.problems), ...lossOf(lost)],
  }
}

/** One step back or forth in the history, where there is one. */
function stepTaken(before: State, taken: typeof undone): Partial<State> {
  const step = taken(before.history, before)
  if (!step) return before
  return {
    ...rebuilt(reopened(before, step.built), step.built),
    history: step.history,
    problems: addressed(before.problems),
  }
}

export const useStore = create<State & Actions>((set, get) => ({
  ...first,
  hovered: null,
  shown: 0,
  history: noHistory,
  problems: [],

  restore(intent, problems) {
    const before = get()
    const history = intent.network === before.network ? stepped(before, intent, 'address') : noHistory
    set({ backend: undefined, ...intent, history, problems, hovered: null })
  },

  choose: (network) =>
    set({
      network,
      options: {},
      edits: {},
      expanded: new Set(),
      selected: null,
      at: null,
      unit: null,
      hovered: null,
      history: noHistory,
      problems: [],
      besideOpen: start.besideOpen,
      besideNode: null,
    }),

  setOption(name, value) {
    const before = get()
    const { network, options, problems } = before
    try {
      const next = differing(network, resolve(network, { ...options, [name]: value }).options)
      const { edits, lost } = fittingEdits(before.edits, graphOf(network, next))
      set({
        ...rebuilt(before, { options: next, edits }),
        history: stepped(before, { options: next, edits }, `option ${name}`),
        problems: [
          ...problems.filter(
            ({ kind, ...problem }) => kind !== 'lost' && !('option' in problem && problem.option === name),
          ),
          ...lossOf(lost),
        ],
      })
      return undefined
    } catch (error) {
      if (error instanceof OptionError) return error.message
      throw error
    }
  },

  resetOptions() {
    const before = get()
    const { options } = baseOf(before.network, before.options)
    const { edits, lost } = fittingEdits(before.edits, graphOf(before.network, options))
    set(takenBack(before, { options, edits }, lost))
  },

  setAttribute(node, name, value) {
    const before = get()
    const edits = withEdit(before.edits, graphOf(before.network, before.options), node, name, value)
    set({ edits, history: stepped(before, { edits }, `${node}.${name}`) })
  },

  resetAttributes(node, name) {
    const before = get()
    const edits = withoutEdit(before.edits, node, name)
    set({ edits, history: stepped(before, { edits }, `reset ${node}.${name}`) })
  },

  resetAll() {
    const before = get()
    set(takenBack(before, { options: baseOf(before.network, before.options).options, edits: {} }))
  },

  undo: () => set((state) => stepTaken(state, undone)),
  redo: () => set((state) => stepTaken(state, redone)),

  select(id) {
    const { network, options, edits, expanded, selected } = get()
    if (id === selected) return
    if (id === null) return set({ selected: null, unit: null })
    const graph = graphOf(network, options, edits)
    // Blocks that are alike are spoken of by the first of them.
    const chosen = rollWith(graph, id)?.members[0] ?? id
    set({ selected: chosen, unit: null, expanded: openedTo(graph, expanded, chosen) })
  },

  show(id) {
    get().select(id)
    set({ shown: get().shown + 1 })
  },

  setUnit: (unit) => set({ unit }),

  showUnit(node, unit) {
    get().show(node)
    set({ unit })
  },

  toggle(group) {
    const { network, options, edits, expanded } = get()
    const next = new Set(expanded)
    if (next.has(group)) {
      // What lies inside closes too, so that opening it again shows its blocks and not a jumble.
      for (const id of expanded) if (id === group || id.startsWith(`${group}/`)) next.delete(id)
    } else next.add(group)
    const roll = rollWith(graphOf(network, options, edits), group)
    set({ expanded: next, selected: roll?.members[0] ?? group })
  },

  openAll(open) {
    const { network, options, edits, selected } = get()
    const graph = graphOf(network, options, edits)
    if (open) return set({ expanded: new Set(closable(graph)) })
    const outermost = selected === null ? undefined : ancestorsOf(graph, selected)[0]
    set({ expanded: new Set(), ...(outermost !== undefined && { selected: outermost }) })
  },

  setView: (part) => set(part),
  hover: (hovered) => set({ hovered }),
  setImage: (image) => set({ image }),
  setFit: (fit) => set({ fit }),
  setWeights(weights) {
    const before = get()
    set({ weights, history: stepped(before, { weights }, 'weights') })
  },

  setSeed: (seed) => set({ seed }),
  setAxes: (axes) => set({ axes }),
  setTrace: (trace) => set({ trace }),
  setTable: (table) => set({ table }),
  setSort: (sort) => set({ sort }),
  setBackend: (backend) => set({ backend }),
  dismiss: (problem) => set({ problems: get().problems.filter((other) => other !== problem) }),

  compareWith: (beside) =>
    set({ beside, besideOpen: start.besideOpen, besideNode: null, hovered: null, problems: [] }),

  explore: (part) => set(part),
}))
