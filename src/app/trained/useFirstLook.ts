import { useEffect, useState } from 'react'
import type { Graph, NodeId } from '../../nn/graph'
import type { Activation } from '../../nn/trace'
import { published } from '../../runtime/trained/model'
import { start } from '../state/intent'
import { chosenModel, useSession } from '../run/session'
import { useStore } from '../state/store'
import { type FirstLook, unpackLook } from './look'
import type { TrainedSummary } from './models'

/** What a model gave for a sample image, stored; the live run replaces it. */
export interface StoredRun {
  readonly model: TrainedSummary
  readonly output: Float32Array
  readonly maps: ReadonlyMap<NodeId, Activation>
}

/** What was fetched, by model and image; a file that does not come is not asked for again. */
const fetched = new Map<string, Promise<StoredRun | null>>()

/** The stored run of a graph for the chosen image, while there is no other; else null. */
export function useFirstLook(graph: Graph): StoredRun | null {
  const image = useStore((state) => state.image)
  const isWhole = useStore(({ fit }) => fit === start.fit)
  const model = useStore(({ weights }) => chosenModel(graph, weights))
  const hasRun = useSession((state) => state.finished?.graph === graph)
  const wanted = isWhole && !hasRun && model?.looks.includes(image) ? model : null
  const [run, setRun] = useState<StoredRun | null>(null)
  useEffect(() => {
    let current = true
    setRun(null)
    if (wanted) void lookAt(wanted, image).then((found) => current && setRun(found))
    return () => {
      current = false
    }
  }, [wanted, image])
  return wanted && run?.model === wanted ? run : null
}

/** Fetches a stored run before anything asks for it. */
export function preloadLook(model: TrainedSummary, image: string): void {
  if (model.looks.includes(image)) void lookAt(model, image)
}

function lookAt(model: TrainedSummary, image: string): Promise<StoredRun | null> {
  const { base, id } = published(model.id)
  const name = `${id}/look-${image}`
  let asked = fetched.get(name)
  if (!asked) {
    const get = async (file: string) => {
      const response = await fetch(`${base}${file}`)
      if (!response.ok) throw new Error(`${file} is not there.`)
      return response
    }
    asked = Promise.all([get(`${name}.json`), get(`${name}.bin`)])
      .then(async ([json, bin]) => {
        const look = (await json.json()) as FirstLook
        const content = new Uint8Array(await bin.arrayBuffer())
        return { model, output: Float32Array.from(look.output), maps: unpackLook(look, content) }
      })
      // It is an extra: without it the page waits for the live run as it does for every other network.
      .catch(() => null)
    fetched.set(name, asked)
  }
  return asked
}
