import type { GraphNode } from '../../nn/graph'
import { channels, isMap } from '../../nn/shape'
import { count, percent } from '../../ui/format'
import { useActivation, useStatistics } from './readings'
import { Section } from './Section'
import { Fact, Spread } from './Spread'

/** More numbers than this are no list to read. */
const listed = 12

/** How the output of a node is spread for this image; nothing while there is no run to read. */
export function OutputStatistics({ node }: { readonly node: GraphNode }) {
  const activation = useActivation(node)
  const depth = channels(node.shape)
  const statistics = useStatistics(activation?.values ?? null, depth)
  if (!activation) return null
  if (!statistics)
    return (
      <Section title="Output statistics">
        <p className="soft">Counting {count(activation.values.length)} values …</p>
      </Section>
    )
  const { dead, zeros } = statistics
  const one = isMap(node.shape) ? 'channel' : 'unit'
  return (
    <Section title="Output statistics">
      <dl className="facts">
        <Fact name="values" value={count(statistics.count)} />
        <Fact name="exactly 0" value={percent(zeros / statistics.count)} />
        <Fact
          name={
            isMap(node.shape)
              ? 'dead channels (0 everywhere for this image)'
              : 'dead units (0 for this image)'
          }
          value={`${count(dead.length)} of ${count(depth)}`}
        />
      </dl>
      {dead.length > 0 && dead.length <= listed && (
        <p className="small-text soft">
          Dead: {one} {dead.join(', ')}, counted from 0.
        </p>
      )}
      <Spread statistics={statistics} of="values" />
    </Section>
  )
}
