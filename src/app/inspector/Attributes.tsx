import { RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import {
  type Attribute,
  readAttribute,
  showAttribute,
  stepAttribute,
  takes,
  writeAttribute,
} from '../../nn/attribute'
import type { GraphNode } from '../../nn/graph'
import { Stepper } from '../../ui/Stepper'
import { editableOf } from '../../nn/edits'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import '../explorer/options.css'
import './attributes.css'
import { attribute as asText } from './words'

/** The attributes of a layer: controls for what a reader may change, text for the rest, and the way back. */
export function Attributes({ node }: { readonly node: GraphNode }) {
  const own = useStore((state) => graphOf(state.network, state.options)).node(node.id)
  const reset = useStore((state) => state.resetAttributes)
  const changed = useStore((state) => node.id in state.edits)
  const editable = editableOf(node)
  const names = new Set(editable.map(([name]) => name))
  const given = Object.entries(node.attrs).filter(([name]) => !names.has(name))
  return (
    <>
      {editable.map(([name, attribute]) => (
        <AttributeControl
          // Another layer starts with fresh fields.
          key={`${node.id} ${name}`}
          node={node}
          name={name}
          attribute={attribute}
          own={own.attrs[name]}
        />
      ))}
      {changed && (
        <button type="button" className="button small" onClick={() => reset(node.id)}>
          <RotateCcw aria-hidden size={14} /> Reset every attribute of this layer
        </button>
      )}
      {given.length > 0 && (
        <dl className="facts">
          {given.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{asText(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

interface ControlProps {
  readonly node: GraphNode
  readonly name: string
  readonly attribute: Attribute
  /** The value without edits. */
  readonly own: unknown
}

function AttributeControl({ node, name, attribute, own }: ControlProps) {
  const { setAttribute, resetAttributes } = useStore.getState()
  const [rejected, setRejected] = useState<{
    readonly text: string
    readonly sentence: string
    readonly beside: string
  } | null>(null)
  const id = useId()
  const value = node.attrs[name]
  const current = writeAttribute(value)
  const isChanged = current !== writeAttribute(own)
  // A rejected text stays until the value changes by other means, so that it can be mended.
  const fault = rejected?.beside === current ? rejected : null

  function offer(text: string) {
    const reading = readAttribute(attribute, text)
    if ('sentence' in reading) return setRejected({ text, sentence: reading.sentence, beside: current })
    setRejected(null)
    setAttribute(node.id, name, reading.value)
  }

  const about = `${id}-about`
  const described = { 'aria-describedby': about, 'aria-invalid': fault ? (true as const) : undefined }
  const canStep = stepAttribute(attribute, value, 0) !== undefined
  const isSame = value === 'same'
  return (
    <div className={isChanged ? 'attribute changed' : 'attribute'}>
      <div className="attribute-row">
        {attribute.kind === 'switch' ? (
          <label className="switch">
            <input
              id={id}
              type="checkbox"
              checked={value === true}
              onChange={(event) => offer(String(event.target.checked))}
              {...described}
            />
            {attribute.label}
          </label>
        ) : (
          <>
            <label htmlFor={id}>{attribute.label}</label>
            <span className="attribute-control">
              {attribute.kind === 'pad' && (
                <select
                  className="select small"
                  aria-label={`${attribute.label}, how it is given`}
                  value={isSame ? 'same' : 'pixels'}
                  onChange={(event) => offer(event.target.value === 'same' ? 'same' : 'valid')}
                >
                  <option value="same">same</option>
                  <option value="pixels">pixels</option>
                </select>
              )}
              <Stepper
                id={id}
                name={attribute.label}
                text={fault?.text ?? current.replaceAll('x', '×')}
                onCommit={offer}
                onStep={
                  canStep
                    ? (by) => {
                        setRejected(null)
                        setAttribute(node.id, name, stepAttribute(attribute, value, by))
                      }
                    : undefined
                }
                described={described}
              />
            </span>
          </>
        )}
        {isChanged && (
          <span className="attribute-own">
            was {showAttribute(own)}
            <button
              type="button"
              className="button quiet icon small"
              aria-label={`${attribute.label} back to ${showAttribute(own)}`}
              title={`Back to ${showAttribute(own)}`}
              onClick={() => resetAttributes(node.id, name)}
            >
              <RotateCcw aria-hidden size={14} />
            </button>
          </span>
        )}
      </div>
      <p
        id={about}
        className={fault ? 'fault small-text' : 'visually-hidden'}
        role={fault ? 'alert' : undefined}
      >
        {fault ? `${fault.sentence}.` : `Takes ${takes(attribute)}.`}
      </p>
    </div>
  )
}
