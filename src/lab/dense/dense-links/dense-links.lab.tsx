import './dense-links.css'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Arcs } from './Arcs'
import { links, sumOfLinks } from './links'
import { many } from '../../shared/many'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const most = options.layers.max

/** A block that grows layer by layer, with every connection drawn and counted. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { layers, pattern } = value
  const lit = value.lit === 0 || value.lit > layers ? null : value.lit
  const all = links(pattern, layers)
  const said = `${many(layers, 'layer')}, ${many(all.length, 'connection')}`
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="How layers are connected"
          value={pattern}
          onChange={(pattern) => onChange({ pattern })}
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
          onChange={(next) => onChange({ layers: next, ...(lit !== null && lit > next && { lit: 0 }) })}
        />
        <button
          type="button"
          className="button"
          disabled={layers === most}
          onClick={() => onChange({ layers: layers + 1, lit: layers + 1 })}
        >
          Add a layer
        </button>
      </div>
      <Arcs
        label={said}
        layers={layers}
        links={all}
        lit={lit}
        onLight={(layer) => onChange({ lit: layer ?? 0 })}
      />
      <Readout
        values={[
          ['connections', pattern === 'dense' ? sumOfLinks(layers) : all.length],
          ['in a chain', links('chain', layers).length],
          [
            lit === null ? 'the last layer reads' : `layer ${lit} reads`,
            many(all.filter(([, to]) => to === (lit ?? layers)).length, 'tensor'),
          ],
        ]}
      />
    </div>
  )
}
