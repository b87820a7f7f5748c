import type { Slide } from '../../lessons/course'
import type { StepDescription } from '../../lessons/description'

/** Something of a deck that is tried once before the talk, and the slides that show it. */
export interface Station {
  readonly name: string
  /** The first slide that shows it. */
  readonly slide: Slide
  readonly step: StepDescription
  readonly kind: 'network' | 'lab'
}

/** Every network and every lab of a deck once, in the order in which they are shown. A lab that is given something else is another one. */
export function stationsOf(slides: readonly Slide[]): readonly Station[] {
  const seen = new Set<string>()
  const stations: Station[] = []
  for (const slide of slides) {
    const { show, with: given = {}, network, options = {} } = slide.step
    const kind = show !== undefined ? 'lab' : 'network'
    const name = show ?? network
    if (name === undefined) continue
    const key = JSON.stringify([kind, name, kind === 'lab' ? given : options])
    if (seen.has(key)) continue
    seen.add(key)
    stations.push({ name, slide, step: slide.step, kind })
  }
  return stations
}

/** A network that runs longer than this, and a lab that takes longer to be seen, keeps a room waiting; in milliseconds. */
const patience = { network: 3000, lab: 1500 }

/** What came of trying a station. */
export type Outcome =
  | { readonly is: 'fine' | 'slow'; readonly time: number }
  | { readonly is: 'failed'; readonly problem: string }

export function outcomeOf(kind: Station['kind'], time: number): Outcome {
  return { is: time > patience[kind] ? 'slow' : 'fine', time }
}

/** What a lecturer is told of all of them, in one sentence. */
export function summaryOf(outcomes: readonly (Outcome | undefined)[]): string {
  const count = (is: Outcome['is']) => outcomes.filter((each) => each?.is === is).length
  const done = outcomes.filter((each) => each !== undefined).length
  if (done < outcomes.length) return `${done} of ${outcomes.length} tried …`
  const [slow, failed] = [count('slow'), count('failed')]
  if (slow + failed === 0) return `All ${done} work and are quick.`
  const parts = [
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'fails' : 'fail'}`] : []),
    ...(slow > 0 ? [`${slow} ${slow === 1 ? 'is' : 'are'} slow`] : []),
  ]
  return `Of ${done}, ${parts.join(' and ')}.`
}
