import { models } from 'virtual:models'
import type { Options } from '../../architectures/family'
import type { Graph } from '../../nn/graph'
import type { Intent } from '../state/intent'
import { graphOf } from '../state/network'
import type { TrainedSummary } from './models'

/** What the changes of a network are counted from. */
export interface Base {
  /** Options that differ from the network's own. */
  readonly options: Options
  /** The trained network that it is; undefined for the network as published. */
  readonly model?: TrainedSummary
}

/**
 * The network as published, or as it was trained here, whichever differs in fewer options; of two as near the trained
 * one, because a reader who opened it and then changed what sets it apart came from there.
 */
export function baseOf(network: string, options: Options, among: readonly TrainedSummary[] = models): Base {
  const trained = among
    .filter((model) => model.network === network)
    .map((model): Base => ({ options: model.options, model }))
  const far = (base: Base) => changedOptions(options, base.options).length
  return [...trained, { options: {} }].reduce((best, each) => (far(each) < far(best) ? each : best))
}

/**
 * What a network is compared with: as published or as trained here, whichever is nearer to the options of the one that
 * it stands beside.
 */
export function graphBeside(beside: string, options: Options, among?: readonly TrainedSummary[]): Graph {
  return graphOf(beside, baseOf(beside, options, among).options)
}

/** The names of the options in which two differ. */
export function changedOptions(options: Options, from: Options): readonly string[] {
  return Object.keys({ ...from, ...options }).filter(
    (name) => JSON.stringify(options[name]) !== JSON.stringify(from[name]),
  )
}

/** Whether it is neither as published nor as it was trained here. */
export function isChanged({
  network,
  options,
  edits,
}: Pick<Intent, 'network' | 'options' | 'edits'>): boolean {
  const from = baseOf(network, options)
  return Object.keys(edits).length + changedOptions(options, from.options).length > 0
}
