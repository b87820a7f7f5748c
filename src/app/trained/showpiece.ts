import { models } from 'virtual:models'
import { type Intent, start } from '../state/intent'
import type { TrainedSummary } from './models'

/**
 * What the first page shows and the explorer opens with; chosen here and nowhere else. The image is a drawing because
 * none of the four photographs that may be shown shows one of the ten classes: this network calls the rocket a church
 * (93.2%), the coffee a French horn (78.2%), the astronaut one, too (59.4%), and the cat a golf ball (46.5%). The first
 * answer that a reader meets has to be right, and the drawing is called what it shows (89.7%); a sentence beside it says
 * that it is a drawing.
 */
const chosen = { model: 'imagenette-googlenet-bn', image: 'golf-ball-1' } as const

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
