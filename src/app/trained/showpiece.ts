import { models } from 'virtual:models'
import { type Intent, start } from '../state/intent'
import { chosen } from './chosen'
import type { TrainedSummary } from './models'

/** A trained network, and an image that a stored run of it lies beside its weights for. */
export interface Showpiece {
  readonly model: TrainedSummary
  readonly image: string
}

export const showpiece: Showpiece = { model: modelCalled(chosen.model), image: chosen.image }

function modelCalled(id: string): TrainedSummary {
  const model = models.find((each) => each.id === id)
  if (!model) throw new Error(`public/models has no model "${id}" for the first page to show.`)
  return model
}

/** The showpiece as it is chosen while nobody has chosen anything. */
export const first: Intent = {
  ...start,
  network: showpiece.model.network,
  options: showpiece.model.options,
  image: showpiece.image,
}

/** The showpiece with what a reader chose for every page. */
export function withOwn({ seed, axes, fit, backend }: Intent, image: string): Intent {
  return { ...first, seed, axes, fit, backend, image }
}
