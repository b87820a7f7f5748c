import './dense-links.css'
import { useState } from 'react'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Arcs } from './Arcs'
import { links, type Pattern, sumOfLinks } from './links'
import type { LabProps } from '../../index'
import { Readout } from '../../shared/Readout'

const most = 24

/** A block that grows layer by layer, with every connection drawn and counted. */
export function Lab({ with: given }: LabProps) {
  const [layers, setLayers] = useState(Number(given.layers ?? 5))
  const [pattern, setPattern] = useState<Pattern>('dense')
  const [lit, setLit] = useState<number | null>(null)
  const all = links(pattern, layers)
  const said = `${layers} layers, ${all.length} connections`
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="How layers are connected"
          value={pattern}
          onChange={setPattern}
          choices={[
            { value: 'chain', label: 'a chain' },
            { value: 'dense', label: 'dense' },
          ]}
        />
        <Slider
          label="layers"
          value={layers}
          min={1}
          max={most}
          onChange={(next) => {
            setLayers(next)
            if (lit !== null && lit > next) setLit(null)
          }}
        />
        <button
          type="button"
          className="button"
          disabled={layers === most}
          onClick={() => {
            setLayers(layers + 1)
            setLit(layers + 1)
          }}
        >
          Add a layer
        </button>
      </div>
      <Arcs label={said} layers={layers} links={all} lit={lit} onLight={setLit} />
      <Readout
        values={[
          ['connections', pattern === 'dense' ? sumOfLinks(layers) : all.length],
          ['in a chain', links('chain', layers).length],
          [
            lit === null ? 'the last layer reads' : `layer ${lit} reads`,
            `${all.filter(([, to]) => to === (lit ?? layers)).length} tensors`,
          ],
        ]}
      />
    </div>
  )
}
