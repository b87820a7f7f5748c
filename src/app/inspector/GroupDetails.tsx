import type { Graph, GraphNode, Group } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
import { bytesPerValue, flopsPerMac, share, size } from '../../nn/totals'
import { atLeast, bytes, count, percent } from '../../ui/format'
import { useStore } from '../state/store'
import { JoinSums } from './JoinSums'
import { partName } from './partName'
import { Section } from './Section'
import { fieldSize, fieldWords, normalizingWords } from './words'
import { Parts } from './Parts'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly graph: Graph
  readonly group: Group
}

/** A stage, a block or a path: what it sums up to and what it is made of. */
export function GroupDetails({ graph, group }: Props) {
  const axes = useStore((state) => state.axes)
  const isOpen = useStore((state) => state.expanded.has(group.id))
  const { toggle, show } = useStore.getState()
  const { totals } = group
  const normalizing = group.nodes.reduce((sum, id) => sum + normalizingOf(graph.node(id)), 0)
  const alike = graph.groups.filter((other) => other.signature === group.signature).length
  return (
    <>
      <header className="details-head">
        <p className="kicker">{group.level}</p>
        <h2>{partName(group)}</h2>
        <p className="shape-line">
          {formatShape(graph.node(group.input).shape, axes)} <span aria-label="becomes">→</span>{' '}
          <b>{formatShape(group.shape, axes)}</b>
        </p>
        {/* A path is seen with its block: it has no box of its own that could open. */}
        {group.level !== 'path' && (
          <p>
            <button
              type="button"
              className="button"
              aria-expanded={isOpen}
              onClick={() => {
                toggle(group.id)
                show(group.id)
              }}
            >
              {isOpen ? 'Close it again' : 'Open it in the graph'}
            </button>
          </p>
        )}
      </header>
      <Section title="Share of the whole network">
        <Share name="parameters" of="trainable" graph={graph} group={group} />
        {normalizing > 0 && <p className="soft small-text">{normalizingWords(normalizing)}</p>}
        <Share name="MACs" of="macs" graph={graph} group={group} />
        <Share name="activations" of="activations" graph={graph} group={group} />
        <p className="soft small-text">
          {atLeast(count(totals.macs * flopsPerMac), totals.incomplete)} FLOPs; activations take{' '}
          {atLeast(bytes(totals.activations * bytesPerValue), totals.incomplete)} as float32.
        </p>
      </Section>
      <JoinSums graph={graph} group={group} />
      <Section title="Receptive field" value={fieldSize(group.receptiveField)}>
        <p className="soft">{fieldWords(graph.node(group.output))}</p>
      </Section>
      <Section title="Made of">
        {alike > 1 && (
          <p className="soft small-text">
            {alike} parts of this network are built like this one; their input may differ.
          </p>
        )}
        <Parts graph={graph} ids={group.children} />
      </Section>
      <Section title="Id">
        <p>
          <code>
            <Breakable text={group.id} />
          </code>
        </p>
      </Section>
    </>
  )
}

/** How many of a layer's parameters batch normalization has. */
function normalizingOf({ weights }: GraphNode): number {
  return Object.values(weights)
    .filter(({ role }) => role === 'gamma' || role === 'beta')
    .reduce((sum, weight) => sum + size(weight), 0)
}

interface ShareProps extends Props {
  readonly name: string
  readonly of: Parameters<typeof share>[2]
}

/** A sum over the group, and what part of the network's it is where all of that could be counted. */
function Share({ name, of, graph, group }: ShareProps) {
  const part = graph.totals.incomplete ? null : share(group, graph.totals, of)
  return (
    <div className="share">
      <span>{name}</span>
      <b>{atLeast(count(group.totals[of]), group.totals.incomplete)}</b>
      <span>{part === null ? '–' : percent(part)}</span>
      <span className="share-bar" aria-hidden>
        <span style={{ inlineSize: `${(part ?? 0) * 100}%` }} />
      </span>
    </div>
  )
}
