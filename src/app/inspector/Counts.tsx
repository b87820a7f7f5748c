import type { Resolved } from '../../architectures/index'
import type { Graph } from '../../nn/graph'
import type { DepthRule } from '../../nn/spec'
import { bytesPerValue, flopsPerMac } from '../../nn/totals'
import { atLeast, bytes, count } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { convention } from './convention'
import { referenceOf } from './references'
import { Section } from './Section'
import { depthRules, depthWords, fieldSize } from './words'

// It knows what can be trained, and asks a network on small images.
const trainLink = loadable(() => import('./TrainLink').then((m) => m.TrainLink))

interface Props {
  readonly graph: Graph
  readonly preset: Resolved['preset']
}

/** What is counted of a network: parameters, operations, depth, memory, receptive field. */
export function Counts({ graph, preset }: Props) {
  const { totals, memory, architecture } = graph
  const { weights, biases, batchNorm, running, fixed } = totals.params
  const told = (text: string) => atLeast(text, totals.incomplete)
  const own = architecture.depthRule ?? 'weighted'
  const reference = preset && referenceOf(preset)
  return (
    <>
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
              ? 'The same counts as in the reference: '
              : 'The reference counts differently: '}
            {count(reference.params)} parameters, {count(reference.macs)} MACs{' '}
            <span className="soft">({reference.source}).</span>
          </p>
        </Section>
      )}

      <Section title="Depth" value={String(graph.depth[own])}>
        <p>{depthWords(graph)}</p>
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
          <Fact name="values if all are kept, as in training" value={told(count(memory.all))} />
          <Fact
            name="values at most at one time, each freed after its last use"
            value={told(count(memory.peak))}
          />
        </dl>
        <p className="soft small-text">
          × {bytesPerValue} bytes as float32, for one image: at {totals.incomplete ? 'least' : 'most'}{' '}
          {bytes(memory.peak * bytesPerValue)} at one time.
        </p>
      </Section>

      <Section title="Receptive field" value={fieldSize(graph.receptiveField)}>
        <p className="soft">
          Pixels that one value of the deepest convolution sees; the image may be smaller.
        </p>
      </Section>

      <Part name="The link to training" of={trainLink} with={{}} waiting={null} />
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
