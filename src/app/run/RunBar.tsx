import type { Graph } from '../../nn/graph'
import { convention } from '../inspector/convention'
import { RunProgress } from './RunProgress'
import { WeightsChoice } from './WeightsChoice'
import './run-bar.css'

/** Where the forward pass stands, with its weights; and what the counts on this page mean. */
export function RunBar({ graph }: { readonly graph: Graph }) {
  return (
    <footer className="run-bar">
      <RunProgress graph={graph} />
      <WeightsChoice graph={graph} />
      <p className="convention small-text soft">{convention}</p>
    </footer>
  )
}
