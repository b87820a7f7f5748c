import './path-ensemble.css'
import { count } from '../../../ui/format'
import { Bars } from '../../shared/Bars'
import { waysByLength } from './ways'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { blocks, options } from './options'

export { options }

/** Paths through or around each block; a block that is removed leaves only its shortcut. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const out: ReadonlySet<string> = new Set(value.out)
  const left = blocks.length - out.size
  const ways = waysByLength(left)
  return (
    <div className="lab-body">
      <div className="ensemble-blocks" role="group" aria-label="Blocks of ResNet-18">
        {blocks.map((id) => (
          <label key={id} data-out={out.has(id) || undefined}>
            <svg viewBox="0 0 60 64" preserveAspectRatio="none" aria-hidden="true">
              <path className="ensemble-around" d="M0 44 C 12 44 10 14 22 14 H 38 C 50 14 48 44 60 44" />
              {out.has(id) ? (
                <path className="ensemble-cut" d="M20 34 l 20 20 m 0 -20 l -20 20" />
              ) : (
                <>
                  <path className="ensemble-through" d="M0 44 H 60" />
                  <rect x="15" y="33" width="30" height="22" rx="5" />
                </>
              )}
            </svg>
            <span>
              <input
                type="checkbox"
                checked={!out.has(id)}
                onChange={() => {
                  const next = new Set(out)
                  if (!next.delete(id)) next.add(id)
                  onChange({ out: [...next] })
                }}
              />{' '}
              {id.replace('/block', ', ')}
            </span>
          </label>
        ))}
      </div>
      <Bars
        caption="Paths by the number of blocks that they pass through"
        bars={ways.map((number, length) => ({
          id: String(length),
          name: `${length} of ${left}`,
          value: number,
          text: count(number),
        }))}
      />
      <Readout
        values={[
          ['blocks', left],
          ['paths in the residual network', count(2 ** left)],
          ['paths in a plain network without the same blocks', out.size === 0 ? 1 : 0],
        ]}
      />
    </div>
  )
}
