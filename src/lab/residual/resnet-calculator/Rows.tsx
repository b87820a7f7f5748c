import { useId } from 'react'
import { graphOf } from '../../../architectures/built'
import { formatShape } from '../../../nn/shape'
import { Stepper } from '../../../ui/Stepper'
import { Blocks } from './Blocks'
import { type Counted, mostBlocks, type Plan, stageNames } from './network'

interface Props {
  readonly plan: Plan
  readonly counted: Counted
  readonly withProjections: boolean
  readonly onChange: (blocks: readonly number[]) => void
}

/** The network from top to bottom, a row for each stage: its blocks can be set and are drawn. */
export function Rows({ plan, counted, withProjections, onChange }: Props) {
  const id = useId()
  const { blocks, kind } = plan
  const most = Math.max(...blocks)
  const set = (stage: number, many: number) => {
    if (Number.isFinite(many))
      onChange(
        blocks.map((old, i) => (i === stage ? Math.min(mostBlocks, Math.max(1, Math.round(many))) : old)),
      )
  }
  return (
    <div className="calculator-rows">
      <p className="calculator-row">
        conv1 <i className="calculator-layer" aria-hidden /> <End at="conv1" />
      </p>
      {stageNames.map((name, stage) => (
        <div key={name} className="calculator-row">
          <label htmlFor={id + name}>
            {name}
            <span className="visually-hidden"> blocks</span>
          </label>
          <Stepper
            id={id + name}
            name={`${name} blocks`}
            text={String(blocks[stage])}
            onCommit={(text) => set(stage, text.trim() === '' ? NaN : Number(text))}
            onStep={(by) => set(stage, blocks[stage] + by)}
            described={{ 'aria-describedby': `${id}range` }}
          />
          <Blocks
            kind={kind}
            many={blocks[stage]}
            most={most}
            projection={!counted.projects[stage] ? null : withProjections ? 'counted' : 'aside'}
          />
          <span className="calculator-shape">{counted.shapes[stage]}</span>
        </div>
      ))}
      <p className="calculator-row">
        fc <i className="calculator-layer calculator-dense" aria-hidden /> <End at="fc" />
      </p>
      <p id={`${id}range`} className="soft small-text">
        1 to {mostBlocks} blocks per stage. Each bar is a layer that counts,{' '}
        {kind === 'basic' ? 'two' : 'three'} per block. Each arc is a shortcut; a small bar on it is a 1×1
        projection.
      </p>
    </div>
  )
}

/** What leaves the first layer and the last, in any of these networks. */
function End({ at }: { readonly at: 'conv1' | 'fc' }) {
  return <span className="calculator-shape">{formatShape(graphOf('resnet18').group(at).shape)}</span>
}
