import { kinds } from '../../shared/drawings/networks'
import type { Runs } from './useTraining'

/** Every step of every training, with the test error where it was measured. */
export function rowsOf(runs: Runs): readonly (readonly (string | number)[])[] {
  const lines = kinds.flatMap((kind) => {
    const { losses = [], tests = [] } = runs[kind] ?? {}
    const errors = new Map(tests.map(({ step, error }) => [step, error]))
    return [...(losses.length > 0 || errors.has(0) ? [[kind, 0, '', errors.get(0) ?? '']] : [])].concat(
      losses.map((loss, i) => [kind, i + 1, loss, errors.get(i + 1) ?? '']),
    )
  })
  return [['network', 'step', 'loss of the batch', 'test error'], ...lines]
}
