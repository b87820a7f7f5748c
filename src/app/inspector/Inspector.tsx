import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Resolved } from '../../architectures/index'
import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Tabs } from '../../ui/Tabs'
import { ancestorsOf } from '../state/network'
import { useStore } from '../state/store'
import { baseOf, changedOptions } from '../trained/base'
import './inspector.css'
import { Overview } from './Overview'
import { partName } from './partName'

// Nothing is selected on the first screen, so they are fetched after it.
const details = loadable(() => import('./Details').then((m) => m.Details))
const options = loadable(() => import('../explorer/Options').then((m) => m.Options))

/** Fetches the details of layers and groups and the options, so that they are there when they are asked for, also offline. */
export function preloadDetails(): void {
  // What does not come now is told where it is wanted.
  for (const { load } of [details, options]) void load().catch(() => {})
}

// It knows the whole course.
const lessonLink = loadable(() => import('./LessonLink').then((m) => m.LessonLink))

interface Props {
  readonly graph: Graph
  readonly resolved: Resolved
}

/** Beside the graph: what is selected, or the whole network, and its options. */
export function Inspector({ graph, resolved }: Props) {
  const selected = useStore((state) => state.selected)
  const changed = useStore(
    ({ network, options }) => changedOptions(options, baseOf(network, options).options).length,
  )
  const troubled = useStore((state) => state.problems.some((problem) => problem.kind === 'option'))
  const id = selected !== null && graph.has(selected) ? selected : null
  const scroller = useRef<HTMLDivElement>(null)
  // An address with an impossible option opens the tab where its sentence stands; mended, the tab stays open.
  const [tab, setTab] = useState<'details' | 'options'>(troubled ? 'options' : 'details')
  const [wasTroubled, setTroubled] = useState(troubled)
  if (troubled !== wasTroubled) {
    setTroubled(troubled)
    if (troubled) setTab('options')
  }

  useEffect(() => {
    scroller.current?.scrollTo(0, 0)
  }, [id])

  return (
    <Tabs<'details' | 'options'>
      className="inspector"
      label="Inspector"
      tabs={[
        {
          value: 'details',
          name: id === null ? 'Network' : graph.has(id) === 'group' ? 'Group' : 'Layer',
        },
        { value: 'options', name: `Options${changed > 0 ? ` (${changed} changed)` : ''}` },
      ]}
      value={tab}
      onChange={setTab}
      panelClass="inspector-body"
      panel={scroller}
    >
      {tab === 'options' ? (
        <Part name="This panel" of={options} with={{ resolved }} />
      ) : (
        <>
          {id !== null && <Trail graph={graph} id={id} />}
          {id === null ? (
            <Overview graph={graph} resolved={resolved} />
          ) : (
            <Part name="This panel" of={details} with={{ graph, id }} about={id} />
          )}
          <Part
            name="The lesson about it"
            of={lessonLink}
            with={{
              graph,
              id,
              network: resolved.file?.preset ?? resolved.id,
              family: resolved.file?.family ?? resolved.family.id,
            }}
          />
        </>
      )}
    </Tabs>
  )
}

/** The way from the network down to the selection; every part of it selects. */
function Trail({ graph, id }: { readonly graph: Graph; readonly id: string }) {
  const { select, show } = useStore.getState()
  const name = partName(graph.has(id) === 'group' ? graph.group(id) : graph.node(id))
  return (
    <nav aria-label="Where it is" className="trail">
      <ol>
        <li>
          <button type="button" className="link" onClick={() => select(null)}>
            {graph.architecture.title}
          </button>
        </li>
        {ancestorsOf(graph, id).map((group) => (
          <li key={group}>
            <ChevronRight aria-hidden size={14} />
            <button type="button" className="link" onClick={() => show(group)}>
              {partName(graph.group(group))}
            </button>
          </li>
        ))}
        <li aria-current="location">
          <ChevronRight aria-hidden size={14} />
          {name}
        </li>
      </ol>
    </nav>
  )
}
