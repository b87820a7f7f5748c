import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { averagingHead, classActivation } from '../../nn/classActivation'
import { Service } from '../../runtime/service'
import { models } from 'virtual:models'

const service = new Service()
beforeAll(async () => void (await service.start('wasm')))
afterAll(() => service.dispose())

const withHead = models.filter(({ network, options }) =>
  averagingHead(build(resolve(network, options).architecture)),
)

it.each(withHead.map(({ id }) => id))(
  '%s: the mean of a class activation map plus the bias is the score that the network computes',
  async (id) => {
    const model = models.find((each) => each.id === id)!
    const { architecture } = resolve(model.network, model.options)
    const graph = build(architecture)
    const head = averagingHead(graph)!
    const [height, width] = architecture.input
    const data = Uint8ClampedArray.from({ length: height * width * 4 }, (_, i) => (i * 37) % 256)
    const base = new URL('/models/', location.href).href
    const { run } = await service.run(
      { architecture, image: { width, height, data }, seed: 1, trained: { base, id } },
      1,
    )
    const maps = await service.read(run, head.maps)
    const bias = await service.weights(run, head.scores, 'bias')
    const scores = await service.read(run, head.scores)
    for (let index = 0; index < model.classes.length; index++) {
      const column = await service.weights(run, head.scores, 'kernel', index)
      const { mean } = classActivation(maps.values, graph.node(head.maps).shape, column)
      expect(mean + bias[index]).toBeCloseTo(scores.values[index], 3)
    }
  },
)
