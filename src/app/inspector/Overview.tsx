import { aboutOf } from '../../architectures/family'
import type { Resolved } from '../../architectures/index'
import type { Graph } from '../../nn/graph'
import { stagesOf } from '../../nn/summary'
import { loadable } from '../../ui/loadable'
import { Notice } from '../../ui/Notice'
import { Part } from '../../ui/Part'
import { useHint } from '../help/firstVisit'
import { useStore } from '../state/store'
import { citation } from './citation'
import { Parts } from './Parts'
import { Section } from './Section'
import { useChangeNote } from '../trained/useChangeNote'

// They stand below what a page shows at first, or come when the network has run.
const outputs = loadable(() => import('./TopOutputs').then((m) => m.TopOutputs))
const counts = loadable(() => import('./Counts').then((m) => m.Counts))

const fromFile = loadable(() => import('../given/FromFile').then((m) => m.FromFile))

interface Props {
  readonly graph: Graph
  readonly resolved: Resolved
}

/** The network as a whole. */
export function Overview({ graph, resolved }: Props) {
  const show = useStore((state) => state.show)
  const changed = useStore((state) => Object.keys({ ...state.options, ...state.edits }).length > 0)
  const note = useChangeNote()
  const isFirstVisit = useHint((state) => state.isShown)
  const { family, preset } = resolved
  const { architecture } = graph
  return (
    <>
      {isFirstVisit && (
        <p className="soft intro">
          Layerwise shows how convolutional networks are built, layer by layer, and runs each of them on an
          image here in your browser.
        </p>
      )}
      <header className="details-head">
        <p className="kicker">
          {resolved.file
            ? 'From a file'
            : family.kind === 'block'
              ? 'A block as a network of its own'
              : family.title}
        </p>
        <h2>
          {architecture.title}
          {note && <span className="soft"> {note}</span>}
        </h2>
        <p>{aboutOf(family, resolved.options, changed ? undefined : preset)}</p>
        {resolved.file ? (
          <Part name="What is known about the file" of={fromFile} with={{ resolved }} about={resolved.id} />
        ) : (
          <p className="soft small-text">{citation(family.paper)}</p>
        )}
      </header>
      {graph.issues.map((issue) => (
        <Notice key={issue.node} kind="error">
          <button type="button" className="link" onClick={() => show(issue.node)}>
            {issue.node}
          </button>
          : {issue.message}.
        </Notice>
      ))}

      <Section title="Output for this image">
        <Part
          name="The output"
          of={outputs}
          with={{ graph }}
          about={graph.architecture.id}
          waiting={<p className="soft">It appears once the network has run …</p>}
        />
      </Section>

      <Section title="Stages">
        <Parts graph={graph} ids={stagesOf(graph).map((part) => part.id)} />
      </Section>

      <Part name="The counts" of={counts} with={{ graph, preset: changed ? undefined : preset }} />
    </>
  )
}
