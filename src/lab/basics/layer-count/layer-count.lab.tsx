import './layer-count.css'
import { useMemo } from 'react'
import { networkOf } from '../../../architectures/built'
import { Segmented } from '../../../ui/Segmented'
import { counted, type Kind, kindOf, kinds, litBy } from './counted'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readable } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A network of more nodes has its blocks closed at first: all of its layers would be specks. */
const many = 250

const none: readonly string[] = []

/** How deep is it? Every rule of counting is a checkbox, and what is counted stands out. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, network: name, where, switches } = value
  const chosen: ReadonlySet<Kind> = useMemo(() => new Set(value.kinds), [value.kinds])
  const on: ReadonlySet<string> = useMemo(
    () => new Set(value.on.split(',').filter((option) => Object.hasOwn(switches, option))),
    [value.on, switches],
  )
  const options = useMemo(() => Object.fromEntries([...on].map((option) => [option, true])), [on])
  const { graph } = networkOf(name, options)
  const ids = useMemo(() => counted(graph, { kinds: chosen, where }), [graph, chosen, where])
  const lit = useMemo(() => litBy(graph, ids), [graph, ids])
  const opened = graph.nodes.length > many ? none : 'all'
  /** All of it, again whenever the network is another. */
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const frame = useMemo(() => ({ on: null }), [graph])
  const byKind = kinds.flatMap(([kind, title]) => {
    const many = ids.filter((id) => kindOf(graph.node(id)) === kind).length
    return chosen.has(kind) ? [`${many} ${title}`] : []
  })
  return (
    <div className="lab-body layer-count">
      <div className="lab-controls">
        {networks.length > 1 && (
          <Segmented
            legend="Network"
            value={name}
            onChange={(network) => onChange({ network })}
            choices={networks.map((id) => ({
              value: id,
              label: networkOf(id, {}).resolved.architecture.title,
            }))}
          />
        )}
        <Segmented
          legend="Where layers count"
          value={where}
          onChange={(where) => onChange({ where })}
          choices={[
            { value: 'path', label: 'on the longest path' },
            { value: 'everywhere', label: 'everywhere' },
          ]}
        />
      </div>
      <fieldset className="layer-kinds">
        <legend className="visually-hidden">What counts as a layer</legend>
        {kinds.map(([kind, title]) => (
          <Check
            key={kind}
            title={title}
            on={chosen.has(kind)}
            onToggle={() => onChange({ kinds: [...flipped(chosen, kind)] })}
          />
        ))}
        {Object.entries(switches).map(([option, title]) => (
          <Check
            key={option}
            title={`with ${title}`}
            on={on.has(option)}
            onToggle={() => onChange({ on: [...flipped(on, option)].join(',') })}
          />
        ))}
      </fieldset>
      <p className="layer-sum" role="status">
        <Readable of="everywhere" when={where === 'everywhere' && chosen.has('convolution')}>
          <strong>{ids.length}</strong>
          {byKind.length > 1 && <span className="soft"> = {byKind.join(' + ')}</span>}
        </Readable>
        {byKind.length === 1 && <span className="soft"> {kinds.find(([kind]) => chosen.has(kind))![1]}</span>}
      </p>
      <div className="lab-picture">
        <NetworkPicture graph={graph} expanded={opened} lit={lit} frame={frame} />
      </div>
    </div>
  )
}

function Check({
  title,
  on,
  onToggle,
}: {
  readonly title: string
  readonly on: boolean
  readonly onToggle: () => void
}) {
  return (
    <label className="layer-kind">
      <input type="checkbox" checked={on} onChange={onToggle} /> {title}
    </label>
  )
}

function flipped<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(item)) next.add(item)
  return next
}
