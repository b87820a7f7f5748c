import { X } from 'lucide-react'
import { useEffect } from 'react'
import type { TraceDirection } from '../../nn/dependencies'
import type { Graph } from '../../nn/graph'
import { textFields } from '../../ui/keyboard'
import { Segmented } from '../../ui/Segmented'
import { useStore } from '../state/store'
import { traceSentence } from './sentence'
import './trace.css'

interface Props {
  readonly graph: Graph
  readonly direction: TraceDirection
  readonly selected: string | null
}

/** Over the graph while a trace is on: what it found, which way it goes, and its end. */
export function TraceBar({ graph, direction, selected }: Props) {
  const { setTrace } = useStore.getState()
  useEffect(() => {
    // Before the picture hears of it, which would close the group around the layer.
    const end = (event: KeyboardEvent) => {
      const { target } = event
      const isOthers =
        target instanceof Element && target.closest(`[role="dialog"], [role="menu"], ${textFields}`)
      if (event.key !== 'Escape' || isOthers) return
      event.preventDefault()
      event.stopPropagation()
      setTrace(null)
    }
    addEventListener('keydown', end, true)
    return () => removeEventListener('keydown', end, true)
  }, [setTrace])
  return (
    <div className="trace-bar small-text" role="group" aria-label="Trace" data-covers="bottom" data-escapes>
      <p role="status">
        {selected === null
          ? 'Select a box to see what it needs and what it feeds.'
          : traceSentence(graph, selected)}
      </p>
      <Segmented
        small
        legend="Direction of the trace"
        value={direction}
        onChange={setTrace}
        choices={[
          { value: 'needs', label: 'needs', name: 'What it needs' },
          { value: 'both', label: 'both', name: 'Both ways' },
          { value: 'feeds', label: 'feeds', name: 'What it feeds' },
        ]}
      />
      <button
        type="button"
        className="button quiet icon small"
        aria-label="Stop tracing"
        title="Stop tracing (Esc)"
        onClick={() => setTrace(null)}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  )
}
