import { aboutOf } from '../../architectures/family'
import type { Resolved } from '../../architectures/index'
import type { Graph } from '../../nn/graph'
import { stagesOf } from '../../nn/summary'
import { bytesPerValue, flopsPerMac } from '../../nn/totals'
import type { DepthRule } from '../../nn/spec'
import { atLeast, bytes, count } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { useHint } from '../help/firstVisit'
import { useStore } from '../state/store'
import { Parts } from './Parts'
import { Section } from './Section'
import { TopOutputs } from './TopOutputs'
import { citation, convention, depthRules, fieldSize } from './words'

interface Props {
  readonly graph: Graph
  readonly resolved: Resolved
}

/** The network as a whole. */
export function Overview({ graph, resolved }: Props) {
  const show = useStore((state) => state.show)
  const changed = useStore((state) => Object.keys({ ...state.options, ...state.edits }).length > 0)
  const isFirstVisit = useHint((state) => state.isShown)
  const { family, preset } = resolved
  const { totals, memory, architecture } = graph
  const { weights, biases, batchNorm, running, fixed } = totals.params
  const told = (text: string) => atLeast(text, totals.incomplete)
  const own = architecture.depthRule ?? 'weighted'
  const reference = changed ? undefined : preset?.reference
  return (
    <>
      {isFirstVisit && (
        <p className="soft intro">
          Layerwise shows how convolutional networks are built, layer by layer, and runs each of them on an
          image here in your browser.
        </p>
      )}
      <header className="details-head">
        <p className="kicker">{family.kind === 'block' ? 'A block as a network of its own' : family.title}</p>
        <h2>
          {architecture.title}
          {changed && <span className="soft"> (changed)</span>}
        </h2>
        <p>{aboutOf(family, resolved.options, changed ? undefined : preset)}</p>
        <p className="soft small-text">{citation(family.paper)}</p>
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
        <TopOutputs graph={graph} />
      </Section>

      <Section title="Stages">
        <Parts graph={graph} ids={stagesOf(graph).map((part) => part.id)} />
      </Section>

      <Section title="Parameters" value={told(count(totals.trainable))}>
        <dl className="facts">
          <Fact name="weights" value={told(count(weights))} />
          <Fact name="biases" value={told(count(biases))} />
          <Fact name="γ and β" value={told(count(batchNorm))} />
          <Fact name="running statistics, not counted" value={told(count(running))} />
          {fixed > 0 && <Fact name="designed by hand, not counted" value={told(count(fixed))} />}
        </dl>
      </Section>

      <Section title="Multiply-accumulates" value={told(count(totals.macs))}>
        <p className="soft">
          {told(count(totals.macs * flopsPerMac))} FLOPs for one image of {architecture.input.join('×')}.{' '}
          {convention}
        </p>
      </Section>

      {reference && (
        <Section title="Checked against">
          <p>
            {reference.params === totals.trainable && reference.macs === totals.macs
              ? 'The same counts as its reference: '
              : 'Its reference counts otherwise: '}
            {count(reference.params)} parameters, {count(reference.macs)} MACs{' '}
            <span className="soft">({reference.source}).</span>
          </p>
        </Section>
      )}

      <Section title="Depth" value={String(graph.depth[own])}>
        <p>Counted as its paper does: {depthRules[own]}.</p>
        <details className="fold">
          <summary>Other ways to count</summary>
          <dl className="facts">
            {(Object.keys(depthRules) as DepthRule[])
              .filter((rule) => rule !== own)
              .map((rule) => (
                <Fact key={rule} name={depthRules[rule]} value={count(graph.depth[rule])} />
              ))}
            <Fact name="convolutions, projections included" value={count(graph.convModules)} />
          </dl>
        </details>
      </Section>

      <Section title="Memory of the activations" value={told(bytes(memory.all * bytesPerValue))}>
        <dl className="facts">
          <Fact name="values, all kept as training does" value={told(count(memory.all))} />
          <Fact
            name="values at most at once, each freed after its last reader"
            value={told(count(memory.peak))}
          />
        </dl>
        <p className="soft small-text">
          × {bytesPerValue} bytes as float32, for one image: at {totals.incomplete ? 'least' : 'most'}{' '}
          {bytes(memory.peak * bytesPerValue)} at once.
        </p>
      </Section>

      <Section title="Receptive field" value={fieldSize(graph.receptiveField)}>
        <p className="soft">
          Pixels that one value of the deepest convolution sees; the image may be smaller.
        </p>
      </Section>
    </>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
