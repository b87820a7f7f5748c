import type { Evidence } from '../../featuremaps/evidence'
import type { Ranked } from '../../nn/ranked'
import { published } from '../../runtime/trained/model'
import type { TrainedSummary } from './models'

/** What a run of a sample image gave, stored beside the weights: the same for every class, in their order. */
export interface StoredEvidence {
  readonly height: number
  readonly width: number
  readonly classes: readonly {
    readonly map: readonly number[]
    readonly bias: number
    readonly score: number
    readonly strongest: readonly Ranked[]
  }[]
}

/** As many digits as are shown, and one more. */
const rounded = (value: number) => Number(value.toPrecision(5))

export function packEvidence(all: readonly Evidence[]): StoredEvidence {
  const [{ height, width }] = all
  return {
    height,
    width,
    classes: all.map(({ map, bias, score, strongest }) => ({
      map: Array.from(map, rounded),
      bias: rounded(bias),
      score: rounded(score),
      strongest: strongest.map(({ index, value }) => ({ index, value: rounded(value) })),
    })),
  }
}

export function unpackEvidence({ height, width, classes }: StoredEvidence, index: number): Evidence {
  const { map, ...sum } = classes[index]
  return { height, width, map: Float32Array.from(map), ...sum }
}

/** What was fetched, by address. */
const fetched = new Map<string, Promise<StoredEvidence>>()

/** Reads what a class's score was made of in a stored run. Rejects with a sentence where it is not there. */
export async function storedEvidence(model: TrainedSummary, image: string, index: number): Promise<Evidence> {
  const { base, id } = published(model.id)
  const address = `${base}${id}/evidence-${image}.json`
  let asked = fetched.get(address)
  if (!asked) {
    asked = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error('The stored class maps could not be loaded; run the network live.')
      return (await response.json()) as StoredEvidence
    })
    fetched.set(address, asked)
    // Asked for again where it did not come.
    asked.catch(() => fetched.delete(address))
  }
  return unpackEvidence(await asked, index)
}
