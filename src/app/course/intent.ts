import type { StepDescription } from '../../lessons/description'
import { graphOf, openedTo } from '../state/network'
import { closable } from '../route/fields'
import { type Intent, start } from '../state/intent'

/** What a reader chose for every page, and a slide leaves alone. */
type Own = Pick<Intent, 'seed' | 'axes' | 'fit' | 'backend' | 'image'>

/** The image that a slide shows while the reader has chosen none. */
export function imageOf(step: StepDescription): string {
  return step.image ?? start.image
}

/** The picture of a slide: a function of its description, so that back, deep links and jumps cost nothing. */
export function intentOf(step: StepDescription & { readonly network: string }, own: Own): Intent {
  const { network, options = {}, focus, expand = [] } = step
  const graph = graphOf(network, options)
  const all = closable(graph)
  const named = expand === 'all' ? all : expand.flatMap((id) => [...openedTo(graph, new Set(), id), id])
  const opened = new Set(named.filter((id) => all.includes(id)))
  return {
    ...start,
    seed: own.seed,
    axes: own.axes,
    fit: own.fit,
    backend: own.backend,
    image: own.image,
    network,
    options,
    expanded: focus === undefined ? opened : openedTo(graph, opened, focus),
    selected: focus ?? null,
    colour: (step.colour ?? start.colour) as Intent['colour'],
    scale: step.scale ?? start.scale,
    links: step.links ?? start.links,
    beside: step.beside ?? null,
    table: (step.table ?? null) as Intent['table'],
  }
}

/** What a reader opens or changes in the picture of a slide. */
const madeKeys = [
  'network',
  'options',
  'edits',
  'expanded',
  'colour',
  'scale',
  'links',
  'flow',
  'beside',
  'besideOpen',
  'table',
] as const satisfies readonly (keyof Intent)[]

/** What a slide shows and a reader may change, and finds again on coming back; everything else is their own on every page. */
const shownKeys = [
  ...madeKeys,
  'selected',
  'besideNode',
  'at',
  'trace',
] as const satisfies readonly (keyof Intent)[]

/** The picture of a slide as it was left: what was opened, changed, selected and traced in it, and where it stood. */
export function asLeft(shown: Intent, left: Intent): Intent {
  return { ...shown, ...Object.fromEntries(shownKeys.map((key) => [key, left[key]])) }
}

/** Whether the same is open and built: what is selected, traced or where it was moved does not count. */
export function isAsMade(state: Intent, shown: Intent): boolean {
  return madeKeys.every((key) => same(state[key], shown[key]))
}

/** Whether two pictures show the same. */
export function isAlike(a: Intent, b: Intent): boolean {
  return shownKeys.every((key) => same(a[key], b[key]))
}

/** Whether the picture is still the slide's: what a reader opened, chose or changed since makes it another. */
export function isAsShown(state: Intent, step: StepDescription & { readonly network: string }): boolean {
  return isAlike(state, intentOf(step, state))
}

function same(a: Intent[keyof Intent], b: Intent[keyof Intent]): boolean {
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each))
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A slide about a layer shows the block around it; one about nothing in particular shows all. */
export function framedBy({
  network,
  options = {},
  focus,
}: StepDescription & { readonly network: string }): string | null {
  if (focus === undefined) return null
  const graph = graphOf(network, options)
  const group = graph.has(focus) === 'node' ? graph.node(focus).group : focus
  return group === '' ? focus : group
}
