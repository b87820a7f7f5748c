import './block-order.css'
import * as Plot from '@observablehq/plot'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { measured } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { arrangementOf, arrangements, type Kind, moved, onTheWay, type Order, signal } from './order'
import { Readable } from '../../shared/hidden'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const titles: Readonly<Record<Kind, string>> = { conv: '3×3 conv', bn: 'BN', relu: 'ReLU', add: '+ x' }
const blocks = 24

/** The parts of a residual block in any order: what is then left on the shortcut, and what a signal does over many blocks. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  // An address can name other parts than a block has.
  const order: Order = isBlock(value.order) ? value.order : options.order.default
  const [held, setHeld] = useState<number | null>(null)
  const spreads = useMemo(() => signal(order, blocks), [order])
  const draw = useMemo(() => () => chartOf(spreads), [spreads])
  const known = arrangementOf(order)
  const way = onTheWay(order)
  const last = spreads[blocks]
  const move = (from: number, to: number) => onChange({ order: moved(order, from, to) })
  const parts = useRef<HTMLOListElement>(null)
  /** Where a part went by a button; the keyboard goes with it. */
  const went = useRef<{ readonly to: number; readonly by: 'earlier' | 'later' } | null>(null)
  const press = (from: number, by: 'earlier' | 'later') => {
    const to = by === 'earlier' ? from - 1 : from + 1
    went.current = { to, by }
    move(from, to)
  }
  useLayoutEffect(() => {
    if (!went.current) return
    const { to, by } = went.current
    went.current = null
    const [earlier, later] = parts.current!.children[to].querySelectorAll('button')
    const [same, other] = by === 'earlier' ? [earlier, later] : [later, earlier]
    ;(same.disabled ? other : same).focus()
  }, [order])
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <select
          className="select"
          aria-label="A published arrangement"
          value={known?.name ?? ''}
          onChange={(event) =>
            onChange({ order: arrangements.find(({ name }) => name === event.target.value)?.order ?? order })
          }
        >
          {!known && <option value="">your own order</option>}
          {arrangements.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <ol ref={parts} className="block-order" aria-label="Parts of the block, in their order">
        {order.map((kind, i) => (
          <li
            key={i}
            className={`part-${kind}`}
            draggable
            onDragStart={() => setHeld(i)}
            onDragOver={(event) => {
              event.preventDefault()
              if (held === null || held === i) return
              move(held, i)
              setHeld(i)
            }}
            onDragEnd={() => setHeld(null)}
          >
            <b>{titles[kind]}</b>
            <span>
              <button
                type="button"
                className="button icon small"
                disabled={i === 0}
                aria-label={`${titles[kind]}, place ${i + 1}: earlier`}
                onClick={() => press(i, 'earlier')}
              >
                <ArrowLeft aria-hidden size={14} />
              </button>
              <button
                type="button"
                className="button icon small"
                disabled={i === order.length - 1}
                aria-label={`${titles[kind]}, place ${i + 1}: later`}
                onClick={() => press(i, 'later')}
              >
                <ArrowRight aria-hidden size={14} />
              </button>
            </span>
          </li>
        ))}
      </ol>
      <Readout
        values={[
          ['on the shortcut', way.length === 0 ? 'nothing' : way.map((kind) => titles[kind]).join(', ')],
          [
            'published test error, ResNet-110 and -164',
            known ? (
              <Readable key="errors" of="errors">
                {known.errors.map((error) => `${error.toFixed(2)}%`).join(' and ')}
              </Readable>
            ) : (
              'not published'
            ),
          ],
          [
            `after ${blocks} blocks: mean, standard deviation`,
            `${measured(last.mean)}, ${measured(last.deviation)}`,
          ],
        ]}
      />
      <Chart
        label={`A signal over ${blocks} blocks: its mean ends at ${measured(last.mean)}, its standard deviation at ${measured(last.deviation)}`}
        draw={draw}
      />
      <p className="soft">
        Errors: CIFAR-10, He et al. 2016 (arXiv 1603.05027), table 2. The signal is computed here: random
        numbers pass through blocks with random weights from a fixed seed; nothing is trained.
      </p>
    </div>
  )
}

const partsOf = (order: Order) => [...order].sort().join()

const isBlock = (order: Order) => partsOf(order) === partsOf(options.order.default)

function chartOf(spreads: ReturnType<typeof signal>): Drawing {
  const lines = ['standard deviation', 'mean'] as const
  const points = spreads.flatMap((spread, block) =>
    lines.map((name) => ({ block, name, value: name === 'mean' ? spread.mean : spread.deviation })),
  )
  return {
    height: 190,
    marginLeft: 46,
    marginBottom: 40,
    x: { label: 'blocks passed', ticks: 6 },
    y: { label: null, grid: true, ticks: 4 },
    symbol: { domain: lines, range: ['circle', 'square'], legend: true },
    color: { domain: lines, range: ['var(--path-1)', 'var(--path-2)'] },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      Plot.line(points, { x: 'block', y: 'value', stroke: 'name', strokeWidth: 2.5 }),
      Plot.dot(points, { x: 'block', y: 'value', fill: 'name', symbol: 'name', r: 3.5 }),
    ],
    told: points.map(({ block, name, value }) => ({
      x: block,
      y: value,
      words: `${name} after ${block} ${block === 1 ? 'block' : 'blocks'}: ${measured(value)}`,
    })),
  }
}
