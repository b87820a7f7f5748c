import { published } from '../../runtime/trained/model'
import { isKept } from '../../runtime/trained/cache'
import { start } from '../state/intent'
import type { TrainedSummary } from './models'

/** Weights that are smaller are fetched without a question. */
const small = 2_000_000

/** What decides whether weights are fetched before anybody asks for them. */
export interface Circumstances {
  readonly bytes: number
  /** A stored run of the chosen image stands in its place. */
  readonly hasLook: boolean
  /** The visitor asks the browser to save data. */
  readonly saves: boolean
}

/**
 * Whether weights wait until the reader asks for them: large ones where a stored picture shows what they would give, and
 * all of them for a visitor who saves data. An image of one's own is a question in itself, on the first page as elsewhere.
 */
export function waits({ bytes, hasLook, saves }: Circumstances): boolean {
  return saves || (bytes > small && hasLook)
}

/** Models that the reader has asked for in this visit. */
const asked = new Set<string>()

export function askFor(model: TrainedSummary): void {
  asked.add(model.id)
}

/** Whether the reader is to be asked before a model's weights are fetched; what is here already costs nothing. */
export async function mustAsk(model: TrainedSummary, image: string, fit: string): Promise<boolean> {
  if (asked.has(model.id)) return false
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  const hasLook = model.looks.includes(image) && fit === start.fit
  const must = waits({ bytes: model.bytes, hasLook, saves: connection?.saveData === true })
  return must && !(await isKept(published(model.id)))
}
