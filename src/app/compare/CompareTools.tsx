import { ChevronsDownUp, ChevronsUpDown, Maximize, X, ZoomIn, ZoomOut } from 'lucide-react'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { FindTool } from '../search/FindTool'
import { useStore } from '../state/store'
import { isChanged } from '../trained/base'
import { ChangesTool } from '../explorer/ChangesTool'
import { TableToggle } from '../explorer/TablePanel'
import { MoreTools } from '../toolbar/MoreTools'
import { zoomStep } from '../toolbar/ZoomTools'
import { TraceTool } from '../trace/TraceTool'
import { Undo } from '../explorer/Undo'
import type { Pictured } from '../save/SaveDialog'
import { SaveTool } from '../save/SaveTool'

export type Pane = 'left' | 'right' | 'both'

interface Props {
  /** The network that options and edits belong to. */
  readonly left: Graph
  readonly names: readonly [string, string]
  /** What is shown where there is room for one, or for two that are small. */
  readonly pane: Pane
  readonly onPane: (pane: Pane) => void
  readonly onOpenAll: (open: boolean) => void
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
  /** Both, ready to be saved. */
  readonly pictures: readonly Pictured[]
}

/** What can be done with two networks side by side. */
export function CompareTools({ left, names, pane, onPane, onOpenAll, onZoom, onFit, pictures }: Props) {
  const { network, options, edits, expanded, besideOpen, compareWith } = useStore()
  return (
    <div className="toolbar">
      <p className="compare-legend small-text">differs from the other network</p>
      <span className="pane-switch">
        <Segmented
          small
          legend="Network on screen"
          value={pane}
          onChange={onPane}
          choices={[
            { value: 'left', label: names[0] },
            { value: 'right', label: names[1] },
            { value: 'both', label: 'both' },
          ]}
        />
      </span>
      <div className="tools">
        <div className="tool-group">
          <FindTool />
        </div>
        <div className="tool-group changed">
          <Undo />
          {(isChanged({ network, options, edits }) || left.issues.length > 0) && <ChangesTool graph={left} />}
        </div>
        <MoreTools>
          <div className="tool-group" role="group" aria-label="Panels">
            <TableToggle />
            <TraceTool />
          </div>
          <div className="tool-group" role="group" aria-label="Open and close">
            <button
              type="button"
              className="button small"
              title="Open all groups"
              onClick={() => onOpenAll(true)}
            >
              <ChevronsUpDown aria-hidden size={16} /> <span className="tool-text first-to-go">Open all</span>
            </button>
            <button
              type="button"
              className="button small"
              title="Close all groups"
              disabled={expanded.size + besideOpen.size === 0}
              onClick={() => onOpenAll(false)}
            >
              <ChevronsDownUp aria-hidden size={16} />{' '}
              <span className="tool-text first-to-go">Close all</span>
            </button>
          </div>
          <div className="tool-group tight" role="group" aria-label="Zoom">
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom out of both"
              onClick={() => onZoom(1 / zoomStep)}
            >
              <ZoomOut aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom into both"
              onClick={() => onZoom(zoomStep)}
            >
              <ZoomIn aria-hidden size={16} />
            </button>
            <button type="button" className="button small icon" aria-label="Show all of both" onClick={onFit}>
              <Maximize aria-hidden size={16} />
            </button>
          </div>
          <div className="tool-group">
            <SaveTool pictures={pictures} isSign />
          </div>
        </MoreTools>
        <div className="tool-group">
          <button
            type="button"
            className="button small"
            title="Stop comparing"
            onClick={() => compareWith(null)}
          >
            <X aria-hidden size={16} /> <span className="tool-text last-to-go">Stop comparing</span>
          </button>
        </div>
      </div>
    </div>
  )
}
