import './balance.css'
import { type CSSProperties } from 'react'
import { graphOf } from '../../../architectures/built'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { bricksOf, sumOf, type Brick } from './bricks'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { all, options } from './options'

export { options }

const versions = {
  plain: ['googlenet', {}],
  helpers: ['googlenet', { aux: true }],
  bn: ['googlenet-bn', {}],
  slip: ['googlenet-torchvision', {}],
} as const

/** A brick is named where it has this share of the higher stack. */
const named = 0.07

/** AlexNet and GoogLeNet as two stacks, a brick for every part with parameters, counted one by one on one scale. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { alexnet: alex, googlenet: google } = value
  const stacks = [
    { title: 'AlexNet', bricks: bricksOf(graphOf(alex)) },
    { title: 'GoogLeNet', bricks: bricksOf(graphOf(versions[google][0], versions[google][1])) },
  ]
  const parts = Math.max(...stacks.map(({ bricks }) => bricks.length))
  const scale = Math.max(...stacks.map(({ bricks }) => sumOf(bricks, bricks.length)))
  const counted = Math.min(value.counted, parts)
  const [left, right] = stacks.map(({ bricks }) => sumOf(bricks, counted))
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          small
          legend="Which AlexNet"
          value={alex}
          onChange={(alexnet) => onChange({ alexnet })}
          choices={[
            { value: 'alexnet', label: '2012, two groups' },
            { value: 'alexnet-ungrouped', label: 'no groups' },
            { value: 'alexnet-torchvision', label: 'torchvision' },
          ]}
        />
        <Segmented
          small
          legend="Which GoogLeNet"
          value={google}
          onChange={(googlenet) => onChange({ googlenet })}
          choices={[
            { value: 'plain', label: 'at inference' },
            { value: 'helpers', label: 'in training' },
            { value: 'bn', label: 'with BN' },
            { value: 'slip', label: 'torchvision' },
          ]}
        />
      </div>
      <Slider
        label="Parts counted"
        min={0}
        max={parts}
        value={counted}
        text={`${counted} of ${parts}`}
        onChange={(at) => onChange({ counted: at === parts ? all : at })}
      />
      <div className="balance">
        {stacks.map(({ title, bricks }) => (
          <Stack key={title} title={title} bricks={bricks} counted={counted} scale={scale} />
        ))}
      </div>
      <Readout
        values={[
          ['AlexNet', count(left)],
          ['GoogLeNet', count(right)],
          [
            counted < parts ? 'ratio so far' : 'ratio',
            <Readable of="ratio">
              {right === 0 ? 'nothing counted yet' : `${(left / right).toFixed(2)}×`}
            </Readable>,
          ],
        ]}
      />
      <p className="soft">
        Parameters, counted from the networks as they are built; both stacks share one scale.
      </p>
    </div>
  )
}

function Stack({
  title,
  bricks,
  counted,
  scale,
}: {
  readonly title: string
  readonly bricks: readonly Brick[]
  readonly counted: number
  readonly scale: number
}) {
  return (
    <figure>
      <ol className="balance-stack" aria-label={`Counted parts of ${title}`}>
        {bricks.slice(0, counted).map(({ id, params }) => (
          <li
            key={id}
            style={{ '--share': params / scale } as CSSProperties}
            title={`${id}: ${count(params)} parameters`}
          >
            <span className={params / scale < named ? 'visually-hidden' : undefined}>
              {id} {count(params)}
            </span>
          </li>
        ))}
      </ol>
      <figcaption>{title}</figcaption>
    </figure>
  )
}
