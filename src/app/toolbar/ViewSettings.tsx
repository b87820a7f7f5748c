import { type ReactNode, type RefObject } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import { hasDenseBlocks } from '../../diagram/flowIndex'
import type { Graph } from '../../nn/graph'
import { quantities, quantityIds } from '../../nn/quantities'
import { Segmented } from '../../ui/Segmented'
import { FilmTool } from '../film/FilmTool'
import { SaveTool } from '../save/SaveTool'
import { useStore } from '../state/store'
import type { Intent } from '../state/intent'

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** The lines of the view menu. */
export function ViewSettings({ graph, diagram }: Props) {
  const { axes, flow, scale, links, colour } = useStore()
  const { setAxes, setView } = useStore.getState()
  return (
    <div className="view-menu">
      <Setting name="Forward pass">
        <FilmTool graph={graph} />
      </Setting>
      <Setting name="Shapes">
        <Segmented
          small
          legend="Order of the axes in shapes"
          value={axes}
          onChange={setAxes}
          choices={[
            { value: 'hwc', label: 'H×W×C', name: 'Height × width × channels' },
            { value: 'chw', label: 'C×H×W', name: 'Channels × height × width' },
          ]}
        />
      </Setting>
      <Setting name="Flow">
        <Segmented
          small
          legend="Direction of the flow"
          value={flow}
          onChange={(value) => setView({ flow: value })}
          choices={[
            { value: 'auto', label: 'Auto', name: 'By the width of the page' },
            { value: 'right', label: '→', name: 'Left to right' },
            { value: 'down', label: '↓', name: 'Top to bottom' },
          ]}
        />
      </Setting>
      <Setting name="Thickness">
        <Segmented
          small
          legend="How channels become thickness"
          value={scale}
          onChange={(value) => setView({ scale: value })}
          choices={[
            { value: 'auto', label: 'Auto', name: 'As the network needs' },
            { value: 'linear', label: 'channels', name: 'In proportion to channels' },
            { value: 'sqrt', label: '√channels', name: 'In proportion to the square root of channels' },
          ]}
        />
      </Setting>
      <label className="setting">
        <span>Color by</span>
        <select
          className="select"
          value={colour}
          onChange={(event) => setView({ colour: event.target.value as Intent['colour'] })}
        >
          <option value="path">path</option>
          <option value="family">kind of layer</option>
          {quantityIds.map((id) => (
            <option key={id} value={id}>
              {quantities[id].name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}
            </option>
          ))}
        </select>
      </label>
      {hasDenseBlocks(graph) && (
        <Setting name="Connections">
          <Segmented
            small
            legend="Connections of dense blocks"
            value={links}
            onChange={(value) => setView({ links: value })}
            choices={[
              { value: 'flow', label: 'stacked', name: 'As strips of one ribbon' },
              { value: 'all', label: 'all links', name: 'Each as a line of its own' },
            ]}
          />
        </Setting>
      )}
      <SaveTool pictures={[{ graph, diagram }]} />
    </div>
  )
}

/** A line of the menu. The control names itself to those who do not see the words beside it. */
function Setting({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="setting">
      <span aria-hidden>{name}</span>
      {children}
    </div>
  )
}
