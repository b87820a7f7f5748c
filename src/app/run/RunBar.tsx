import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { convention } from '../inspector/convention'
import { RunProgress } from './RunProgress'
import './run-bar.css'

const weightsChoice = loadable(() => import('./WeightsChoice').then((m) => m.WeightsChoice))

/** Fetches the choice of weights, which the first picture does without. */
export const preloadWeights = () => weightsChoice.load()

/** Where the forward pass stands, with its weights; and what the counts on this page mean. */
export function RunBar({ graph }: { readonly graph: Graph }) {
  return (
    <footer className="run-bar">
      <RunProgress graph={graph} />
      <Part
        name="The choice of weights"
        of={weightsChoice}
        with={{ graph }}
        waiting={<div className="weights-choice" />}
      />
      <p className="convention small-text soft">{convention}</p>
    </footer>
  )
}
