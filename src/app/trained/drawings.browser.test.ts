import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { Service } from '../../runtime/service'
import { decode, prepare } from '../image/image'
import { ranked } from '../inspector/top'
import { samples } from '../image/samples'
import { models } from 'virtual:models'

const service = new Service()
beforeAll(async () => void (await service.start('wasm')))
afterAll(() => service.dispose())

it.each([
  ['cifar-resnet20', 16],
  ['imagenette-googlenet-bn', 14],
])('%s names at least %i of its 20 drawings rightly, as the page shows them', async (name, least) => {
  const model = models.find(({ id }) => id === name)!
  const { architecture } = resolve(model.network, model.options)
  const [height, width] = architecture.input
  const base = new URL('/models/', location.href).href
  const drawings = samples.filter(({ label, credit }) => !credit && model.classes.includes(label))
  const wrong: string[] = []
  for (const { id, label, file } of drawings) {
    const picture = await decode(await (await fetch(`/${file}`)).blob(), file)
    const image = prepare(picture, width, height, 'crop')
    const request = {
      architecture,
      image,
      seed: 1,
      trained: { base, id: model.id },
      keep: 'outputs',
    } as const
    const { output } = await service.run(request, 8)
    const answer = model.classes[ranked(output, 1)[0].index]
    if (answer !== label) wrong.push(`${id}: ${answer}`)
  }
  expect(drawings).toHaveLength(20)
  expect(20 - wrong.length, `taken for something else: ${wrong.join(', ')}`).toBeGreaterThanOrEqual(least)
})
