import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { withKey } from '../help/keys'
import { networkOf } from '../state/network'
import { FindTool } from '../search/FindTool'
import { useStore } from '../state/store'
import { ChangesTool } from '../explorer/ChangesTool'
import { TableToggle } from '../explorer/TablePanel'
import { baseOf, isChanged } from '../trained/base'
import { FilmTool } from '../film/FilmTool'
import { TraceTool } from '../trace/TraceTool'
import { Undo } from '../explorer/Undo'
import { closable } from '../route/fields'
import { Headline } from './Headline'
import { MoreTools } from './MoreTools'
import './toolbar.css'
import { ViewMenu } from './ViewMenu'
import { ZoomTools } from './ZoomTools'

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/**
 * What can be done with the graph, in groups: search, changes, opening, panels, view, zoom. A tool that is wanted now
 * and then is a line of the view menu and not a further button. A phone has one row: the others are in a menu there.
 */
export function Toolbar({ graph, diagram }: Props) {
  const { network, options, edits, expanded } = useStore()
  const base = baseOf(network, options)
  const { openAll } = useStore.getState()
  const groups = useMemo(() => closable(graph).length, [graph])
  return (
    <div className="toolbar">
      <Headline graph={graph} own={networkOf(network, base.options).graph} />
      <div className="tools">
        <div className="tool-group">
          <FindTool />
        </div>
        <div className="tool-group changed">
          <Undo />
          {(isChanged({ network, options, edits }) || graph.issues.length > 0) && (
            <ChangesTool graph={graph} />
          )}
        </div>
        <div className="tool-group">
          <FilmTool graph={graph} />
        </div>
        <MoreTools>
          <div className="tool-group" role="group" aria-label="Open and close">
            <button
              type="button"
              className="button small"
              disabled={expanded.size === groups}
              title={withKey('Open all groups', 'openAll')}
              onClick={() => openAll(true)}
            >
              <ChevronsUpDown aria-hidden size={16} /> <span className="tool-text first-to-go">Open all</span>
            </button>
            <button
              type="button"
              className="button small"
              disabled={expanded.size === 0}
              title={withKey('Close all groups', 'closeAll')}
              onClick={() => openAll(false)}
            >
              <ChevronsDownUp aria-hidden size={16} />{' '}
              <span className="tool-text first-to-go">Close all</span>
            </button>
          </div>
          <div className="tool-group" role="group" aria-label="Panels">
            <TableToggle />
            <TraceTool />
          </div>
          <div className="tool-group">
            <ViewMenu graph={graph} diagram={diagram} />
          </div>
          <ZoomTools graph={graph} diagram={diagram} />
        </MoreTools>
      </div>
    </div>
  )
}
