import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode } from 'react'
import { Popover } from '../../ui/Popover'
import { Segmented } from '../../ui/Segmented'
import { useStore } from '../store'

/**
 * How the graph is drawn, and what is needed now and then: one line per setting, so that the toolbar keeps its width
 * however many there are.
 */
export function ViewMenu() {
  const axes = useStore((state) => state.axes)
  const { setAxes } = useStore.getState()
  return (
    <Popover
      label="View: how the graph is drawn"
      button={
        <>
          <SlidersHorizontal aria-hidden size={16} /> <span className="tool-text">View</span>
        </>
      }
    >
      <div className="view-menu">
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
      </div>
    </Popover>
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
