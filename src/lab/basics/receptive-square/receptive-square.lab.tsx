import './receptive-square.css'
import { type ReactNode, useState } from 'react'
import { graphOf } from '../../../architectures/built'
import { percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../index'
import { chainFields, type Field, pixels, stageFields } from './fields'
import { Photo } from './Photo'

interface Told {
  /** With a network its stages are the layers; without one the reader stacks convolutions. */
  readonly network?: string
  readonly kernel?: 3 | 5 | 7
  readonly layers?: number
  readonly image?: string
}

/** The square of the image that one unit sees, layer by layer. */
export function Lab({ with: given }: LabProps) {
  const { network, kernel, layers, image = 'dog-1' } = given as Told
  const file = `images/${image}.svg`
  return network === undefined ? (
    <Chain kernel={kernel ?? 3} layers={layers ?? 3} image={file} />
  ) : (
    <Stages network={network} image={file} />
  )
}

function Stages({ network, image }: { readonly network: string; readonly image: string }) {
  const graph = graphOf(network)
  const fields = stageFields(graph)
  const size = graph.architecture.input[0]
  const [chosen, setChosen] = useState(0)
  const field = fields[chosen]
  return (
    <div className="lab-body">
      <Segmented
        legend="Stage"
        value={String(chosen)}
        onChange={(value) => setChosen(Number(value))}
        choices={fields.map(({ name }, i) => ({ value: String(i), label: name }))}
      />
      <div className="field-pair">
        <Photo image={image} size={size} fields={fields} chosen={chosen} />
        <Sight field={field} size={size}>
          The map has {field.rows}×{field.rows} units; each sees such a square, and neighbours overlap.
        </Sight>
      </div>
    </div>
  )
}

function Chain({
  image,
  ...first
}: {
  readonly kernel: 3 | 5 | 7
  readonly layers: number
  readonly image: string
}) {
  const [kernel, setKernel] = useState(first.kernel)
  const [layers, setLayers] = useState(first.layers)
  const [stride, setStride] = useState(1)
  const fields = chainFields(kernel, layers, stride)
  const last = fields.length - 1
  const { size } = fields[last]
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Kernel"
          value={String(kernel)}
          onChange={(value) => setKernel(Number(value) as typeof kernel)}
          choices={[3, 5, 7].map((k) => ({ value: String(k), label: `${k}×${k}` }))}
        />
        <Slider label="layers" value={layers} min={1} max={6} onChange={setLayers} />
        <Slider label="stride of the first" value={stride} min={1} max={2} onChange={setStride} />
      </div>
      <div className="field-pair">
        <Photo image={image} size={pixels} fields={fields} chosen={last} />
        <Sight field={fields[last]} size={pixels}>
          {fields.map((field) => field.size).join(' → ')}. With C channels in and out, {layers}{' '}
          {layers === 1 ? 'layer has' : 'layers have'} <strong>{layers * kernel ** 2}·C²</strong> weights. One
          layer that sees as far, {size}×{size}, has <strong>{size ** 2}·C²</strong>.
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
        {field.size > size ? '; the square is larger than the image, the rest is padding' : ''}.
      </p>
      <p>{children}</p>
    </div>
  )
}
