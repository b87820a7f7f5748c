import type { StepDescription } from '../../lessons/description'
import type { holdEngine } from '../../runtime/heldEngine'
import { prepare } from '../image/image'
import { usePictures } from '../image/pictures'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import { type Outcome, outcomeOf } from './stations'

/** Runs the network of a slide once on the page's image, with random weights, which take as long as trained ones. Never rejects. */
export async function tryNetwork(
  { network, options = {} }: StepDescription,
  engine: ReturnType<typeof holdEngine>,
): Promise<Outcome> {
  try {
    const running = await engine.get()
    const start = performance.now()
    const graph = graphOf(network!, options)
    const [fault] = graph.issues
    if (fault) return { is: 'failed', problem: fault.message }
    const { picture } = usePictures.getState()
    if (!picture) return { is: 'failed', problem: 'There is no image to look at.' }
    const [height, width] = graph.architecture.input
    const image = prepare(picture, width, height, useStore.getState().fit)
    await running.run({ architecture: graph.architecture, image, seed: 1 })
    return outcomeOf('network', performance.now() - start)
  } catch (error) {
    return { is: 'failed', problem: error instanceof Error ? error.message : String(error) }
  }
}
