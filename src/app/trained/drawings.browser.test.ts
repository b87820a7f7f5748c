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

it('ResNet-20 names at least 16 of the 20 drawings rightly, as the page shows them', async () => {
  const model = models.find(({ id }) => id === 'cifar-resnet20')!
  const { architecture } = resolve(model.network)
  const base = new URL('/models/', location.href).href
  const wrong: string[] = []
  for (const { id, label, file } of samples) {
    const picture = await decode(await (await fetch(`/${file}`)).blob(), file)
    const image = prepare(picture, 32, 32, 'crop')
    const { output } = await service.run({ architecture, image, seed: 1, trained: { base, id: model.id } }, 8)
    const answer = model.classes[ranked(output, 1)[0].index]
    if (answer !== label) wrong.push(`${id}: ${answer}`)
  }
  expect(samples).toHaveLength(20)
  expect(wrong.length, `taken for something else: ${wrong.join(', ')}`).toBeLessThanOrEqual(4)
})
