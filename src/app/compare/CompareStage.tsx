import { ChevronsDownUp, ChevronsUpDown, Maximize, X, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Diagram, type DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { useKeys } from '../keys'
import { Notices } from '../Notices'
import { visibleAs } from '../network'
import { useStore } from '../store'
import { closable } from '../fields'
import './compare.css'
import { comparisonOf, openBeside, selectedBeside, withSelected, withToggled } from './comparison'
import { namesOf } from './names'
import { followFirst } from './second'
import { onShow } from './show'
import { Key } from './Totals'

interface Props {
  readonly left: Graph
  readonly right: Graph
}

/** Two graphs side by side: what is opened, selected, pointed at or moved in one is so in the other. */
export function CompareStage({ left, right }: Props) {
  const { expanded, selected, hovered, axes, besideOpen, besideNode } = useStore()
  const { select, toggle, hover, explore, compareWith } = useStore.getState()
  const comparison = comparisonOf(left, right)
  const { diff, marks } = comparison
  const names = namesOf(left, right)
  const exploration = { expanded, selected, besideOpen, besideNode }
  const open = openBeside(diff, exploration)
  const beside = selectedBeside(diff, exploration)
  const [pane, setPane] = useState<'left' | 'right'>('left')
  /** Pointed at on the right, where the left has nothing. */
  const [alone, setAlone] = useState<string | null>(null)
  const one = useRef<DiagramHandle>(null)
  const other = useRef<DiagramHandle>(null)
  const both = (act: (diagram: DiagramHandle) => void) => {
    for (const { current } of [one, other]) if (current) act(current)
  }

  useKeys({
    fit: () => both((diagram) => diagram.fit()),
    zoomIn: () => both((diagram) => diagram.zoomBy(1.4)),
    zoomOut: () => both((diagram) => diagram.zoomBy(1 / 1.4)),
    openAll: () => openAll(true),
    closeAll: () => openAll(false),
  })
  useEffect(followFirst, [])

  useEffect(
    () =>
      onShow((side, id) => {
        explore(withSelected(diff, side, id, useStore.getState()))
        setPane(side)
        const partner = diff[side].partner.get(id)
        // The pictures draw what has just been opened before they can go there.
        requestAnimationFrame(() => {
          const [here, there] = side === 'left' ? [one, other] : [other, one]
          here.current?.zoomTo(id)
          if (partner !== undefined) there.current?.zoomTo(partner)
        })
      }),
    [diff, explore],
  )

  function openAll(isOpen: boolean): void {
    if (!isOpen) return explore({ expanded: new Set(), besideOpen: new Set() })
    explore({
      expanded: new Set(closable(left)),
      besideOpen: new Set(closable(right).filter((id) => !diff.right.partner.has(id))),
    })
  }

  return (
    <section className="stage compare-stage" aria-label={`Graphs of ${names.join(' and ')}`} data-pane={pane}>
      <div className="toolbar">
        <p className="compare-legend small-text">differs from the other network</p>
        <span className="pane-switch">
          <Segmented
            small
            legend="Network on screen"
            value={pane}
            onChange={setPane}
            choices={[
              { value: 'left', label: names[0] },
              { value: 'right', label: names[1] },
            ]}
          />
        </span>
        <div className="tools">
          <button type="button" className="button small" onClick={() => openAll(true)}>
            <ChevronsUpDown aria-hidden size={16} /> <span className="tool-text">Open all</span>
          </button>
          <button
            type="button"
            className="button small"
            disabled={expanded.size + besideOpen.size === 0}
            onClick={() => openAll(false)}
          >
            <ChevronsDownUp aria-hidden size={16} /> <span className="tool-text">Close all</span>
          </button>
          <span className="zoom">
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom out of both"
              onClick={() => both((diagram) => diagram.zoomBy(1 / 1.4))}
            >
              <ZoomOut aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom into both"
              onClick={() => both((diagram) => diagram.zoomBy(1.4))}
            >
              <ZoomIn aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button small icon"
              aria-label="Show all of both"
              onClick={() => both((diagram) => diagram.fit())}
            >
              <Maximize aria-hidden size={16} />
            </button>
          </span>
          <button type="button" className="button small" onClick={() => compareWith(null)}>
            <X aria-hidden size={16} /> Stop comparing
          </button>
        </div>
      </div>
      <div className="diagram-frame">
        <div className="panes">
          <section className="pane left" aria-label={names[0]}>
            <h2>
              <Key side="left" /> {names[0]}
            </h2>
            <div className="pane-diagram">
              <Diagram
                rolls={false}
                ref={one}
                graph={left}
                expanded={expanded}
                selected={selected === null ? null : visibleAs(left, expanded, selected)}
                hovered={hovered}
                order={axes}
                onSelect={(id) => {
                  select(id)
                  explore({ besideNode: null })
                }}
                onToggle={(id) => {
                  const isOpen = expanded.has(id)
                  toggle(id)
                  explore({ besideNode: null, ...(isOpen && closedWith(id)) })
                }}
                onHover={(id) => {
                  hover(id)
                  setAlone(null)
                }}
                onMove={(place) => other.current?.place(place)}
                marks={marks.left}
              />
            </div>
          </section>
          <section className="pane right" aria-label={names[1]}>
            <h2>
              <Key side="right" /> {names[1]}
            </h2>
            <div className="pane-diagram">
              <Diagram
                rolls={false}
                ref={other}
                graph={right}
                expanded={open}
                selected={beside === null ? null : visibleAs(right, open, beside)}
                hovered={hovered === null ? alone : (diff.left.partner.get(hovered) ?? null)}
                order={axes}
                onSelect={(id) => explore(withSelected(diff, 'right', id, useStore.getState()))}
                onToggle={(id) => explore(withToggled(diff, id, useStore.getState()))}
                onHover={(id) => {
                  const partner = id === null ? undefined : diff.right.partner.get(id)
                  hover(partner ?? null)
                  setAlone(partner === undefined ? id : null)
                }}
                onMove={(place) => one.current?.place(place)}
                marks={marks.right}
              />
            </div>
          </section>
        </div>
        <Notices />
      </div>
    </section>
  )

  /** What only the right has inside a group that closes, closes too. */
  function closedWith(group: string) {
    const partner = diff.left.partner.get(group)
    return { besideOpen: new Set([...besideOpen].filter((id) => !id.startsWith(`${partner}/`))) }
  }
}
