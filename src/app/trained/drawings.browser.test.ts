import { afterAll, beforeAll, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { sampled } from '../../ui/sampled.fixture'
import { Service } from '../../runtime/service'
import { readManifest } from '../../runtime/trained/manifest'
import { decode } from '../image/decode'
import { prepare } from '../image/image'
import { ranked } from '../../nn/ranked'
import { drawingsOf } from '../image/samples'
import { models } from 'virtual:models'

const service = new Service()
beforeAll(async () => void (await service.start('wasm')))
afterAll(() => service.dispose())

/** The most wrong drawings that a model may have: those that lessons and the first page show are good at them. */
const mostWrong: Readonly<Record<string, number>> = { 'cifar-resnet20': 4, 'imagenette-googlenet-bn': 6 }

const [{ name: which, chosen }] = sampled(models, 2)

it.each(chosen.map((model) => [model.id, model] as const))(
  `%s names as many drawings rightly as its card says (${which})`,
  async (name, model) => {
    const { architecture } = resolve(model.network, model.options)
    const [height, width] = architecture.input
    const base = new URL('/models/', location.href).href
    const drawings = drawingsOf(model.classes)
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
    const told = readManifest(await (await fetch(`${base}${name}/manifest.json`)).text()).drawings
    expect(drawings).toHaveLength(20)
    expect(told, `taken for something else: ${wrong.join(', ')}`).toEqual({
      right: 20 - wrong.length,
      of: 20,
    })
    expect(wrong.length).toBeLessThanOrEqual(mostWrong[name] ?? 20)
  },
)
