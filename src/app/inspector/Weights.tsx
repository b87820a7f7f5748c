import { useEffect, useMemo, useState } from 'react'
import type { GraphNode } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import { bytesPerValue, size } from '../../nn/totals'
import { bytes, count, measured } from '../../ui/format'
import { isOf } from '../run/isOf'
import { usePaced } from '../run/paced'
import { type Finished, useSession } from '../run/session'
import { datasets } from '../../recorded/datasets'
import { numbersOf } from '../trained/words'
import { KernelPictures } from './KernelPictures'
import { picturesOf, slicesOf } from './kernels'
import { KernelSlices } from './KernelSlices'
import { forgetWeights, useStatistics, weightsOnce } from './readings'
import { Section } from './Section'
import { Spread } from './Spread'
import './weights.css'
import { weightTitle } from './words'

/** More values than this are fetched only when they are asked for. */
const most = 1 << 22

/** The weights of a node as the last run used them: pictures where they are pictures, and how they are spread. */
export function Weights({ node }: { readonly node: GraphNode }) {
  const weights = Object.entries(node.weights)
  const finished = usePaced((state) => state.finished)
  const status = useSession((state) => state.status)
  useEffect(() => forgetWeights, [node])
  if (weights.length === 0) return null
  const isHere = finished !== null && isOf(finished, node)
  return (
    <Section title="Weights">
      {isHere ? (
        weights.map(([name, weight]) => (
          <WeightDetails key={`${node.id} ${name}`} node={node} name={name} weight={weight} />
        ))
      ) : (
        <p className="soft">
          {status.state === 'unavailable' ? status.reason : 'They appear once the network has run …'}
        </p>
      )}
    </Section>
  )
}

interface Props {
  readonly node: GraphNode
  readonly name: string
  readonly weight: Weight
}

function WeightDetails({ node, name, weight }: Props) {
  const finished = usePaced((state) => state.finished)!
  const values = size(weight)
  const [wanted, setWanted] = useState(values <= most)
  const [read, setRead] = useState<Float32Array | string | null>(null)

  useEffect(() => {
    if (!wanted) return
    let current = true
    weightsOnce(finished, node.id, name).then(
      (array) => current && setRead(array),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [wanted, finished, node.id, name])

  const array = typeof read === 'string' ? null : read
  const statistics = useStatistics(array, 1)
  const pictures = useMemo(() => array && picturesOf(node, weight, array), [array, node, weight])
  const slices = useMemo(() => array && slicesOf(node, weight, array), [array, node, weight])
  const reach = statistics ? Math.max(Math.abs(statistics.min), Math.abs(statistics.max)) : 0
  return (
    <div className="weight">
      <h4>{weightTitle(name, weight)}</h4>
      <p className="small-text soft">{origin(weight, finished)}</p>
      {!wanted && (
        <button type="button" className="button small" onClick={() => setWanted(true)}>
          Read all {count(values)} values ({bytes(values * bytesPerValue)})
        </button>
      )}
      {wanted && read === null && <p className="soft">Reading {count(values)} values …</p>}
      {typeof read === 'string' && <p>{read}</p>}
      {pictures && statistics && <KernelPictures pictures={pictures} reach={reach} />}
      {slices && <KernelSlices slices={slices} title={node.id} />}
      {statistics && <Spread statistics={statistics} of="weights" />}
    </div>
  )
}

/** Where the values come from, as a sentence. */
function origin(weight: Weight, { seed, trained }: Finished): string {
  if (weight.values) return 'Designed by hand; training leaves them as they are.'
  if (trained)
    return weight.role === 'running'
      ? `Measured while the network was trained on ${datasets[trained.data].photographs}.`
      : `Learned from ${datasets[trained.data].photographs}${weight.shape.length > 1 ? `; rounded to ${numbersOf[trained.kernels]}` : ''}.`
  if (weight.fill !== undefined) return `Not trained here: all start at ${weight.fill}.`
  return (
    `Not trained here: initialized at random with seed ${seed}, from a normal distribution with mean 0 and ` +
    `standard deviation √(2/${weight.fanIn}) = ${measured(Math.sqrt(2 / weight.fanIn!))} (He et al. 2015a).`
  )
}
