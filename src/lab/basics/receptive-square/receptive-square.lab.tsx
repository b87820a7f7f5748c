import './receptive-square.css'
import { type ReactNode } from 'react'
import { graphOf } from '../../../architectures/built'
import { percent } from '../../../ui/format'
import { addressOf } from '../../../ui/held'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { chainFields, type Field, pixels, stageFields } from './fields'
import { Photo } from './Photo'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

type Props = LabProps<typeof options>

/** The square of the image that one unit sees, layer by layer. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  return value.network === '' ? (
    <Chain value={value} onChange={onChange} />
  ) : (
    <Stages value={value} onChange={onChange} />
  )
}

const fileOf = (image: string) => addressOf(`images/${image}.svg`)

function Stages({ value: { network, stage, image }, onChange }: Props) {
  const graph = graphOf(network)
  const fields = stageFields(graph)
  const size = graph.architecture.input[0]
  const chosen = Math.min(stage, fields.length) - 1
  const field = fields[chosen]
  return (
    <div className="lab-body">
      <Segmented
        legend="Stage"
        value={String(chosen)}
        onChange={(at) => onChange({ stage: Number(at) + 1 })}
        choices={fields.map(({ name }, i) => ({ value: String(i), label: name }))}
      />
      <div className="field-pair">
        <Photo image={fileOf(image)} size={size} fields={fields} chosen={chosen} />
        <Sight field={field} size={size}>
          The map has {field.rows}×{field.rows} units. Each sees a square of this size, and neighboring
          squares overlap.
        </Sight>
      </div>
    </div>
  )
}

function Chain({ value: { kernel, layers, stride, image }, onChange }: Props) {
  const fields = chainFields(kernel, layers, stride)
  const last = fields.length - 1
  const { size } = fields[last]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Kernel"
          value={String(kernel)}
          onChange={(side) => onChange({ kernel: Number(side) as typeof kernel })}
          choices={[3, 5, 7].map((k) => ({ value: String(k), label: `${k}×${k}` }))}
        />
        <Slider label="layers" value={layers} min={1} max={6} onChange={(layers) => onChange({ layers })} />
        <Slider
          label="stride of the first"
          value={stride}
          min={1}
          max={2}
          onChange={(stride) => onChange({ stride })}
        />
      </div>
      <div className="field-pair">
        <Photo image={fileOf(image)} size={pixels} fields={fields} chosen={last} />
        <Sight field={fields[last]} size={pixels}>
          {fields.map((field) => field.size).join(' → ')}. With C channels in and out, {layers}{' '}
          {layers === 1 ? 'layer has' : 'layers have'} <strong>{layers * kernel ** 2}·C²</strong> weights. A
          single {size}×{size} layer, which sees as far, has <strong>{size ** 2}·C²</strong>.
        </Sight>
      </div>
    </div>
  )
}

function Sight({
  field,
  size,
  children,
}: {
  readonly field: Field
  readonly size: number
  readonly children: ReactNode
}) {
  const from = Math.max(0, field.start)
  const to = Math.min(size, field.start + field.size)
  return (
    <div role="status">
      <p className="soft">the middle unit of {field.name} sees</p>
      <p className="field-size">
        {field.size}×{field.size}
      </p>
      <p>
        {percent(((to - from) / size) ** 2)} of the image
        {field.size > size ? '; the square is larger than the image, and what lies outside is padding' : ''}.
      </p>
      <p>{children}</p>
    </div>
  )
}
