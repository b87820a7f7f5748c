import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modules } from '../../content/course'
import { readLesson } from '../../tools/lessons/read'
import { graphOf, networkOf } from '../architectures/built'
import { families, findEntry, presets } from '../architectures/index'
import { ops } from '../nn/ops'
import { kindOf, namesOf } from './about'

const root = resolve(import.meta.dirname, '../../content')
const taught = modules.flatMap(({ id: module }) =>
  readdirSync(resolve(root, module)).flatMap((file) => {
    const path = `content/${module}/${file}`
    const { id, steps } = readLesson(path, readFileSync(resolve(root, module, file), 'utf8'))
    return steps.flatMap(({ attributes }) =>
      String(attributes.teaches ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => ({ name, slide: `${id}/${String(attributes.id)}` })),
    )
  }),
)

function slideAbout(network: string, id: string | null): string | undefined {
  const { graph, resolved } = networkOf(network, {})
  return namesOf(graph, id, { network, family: resolved.family.id })
    .map((name) => taught.find((each) => each.name === name)?.slide)
    .find((slide) => slide !== undefined)
}

describe('the lesson about a part', () => {
  it.each([
    ['googlenet', null, 'whole-net/nine-blocks'],
    ['googlenet', 'conv1', 'whole-net/stem'],
    ['googlenet', 'pool1', 'whole-net/stem'],
    ['googlenet', 'inception_3a', 'mixed-kernels/four-paths'],
    ['googlenet', 'inception_5b', 'mixed-kernels/four-paths'],
    ['googlenet', 'inception_4c/p2', 'mixed-kernels/four-paths'],
    ['googlenet', 'inception_4c/concat', 'mixed-kernels/four-paths'],
    ['googlenet', 'inception_3a/p2/conv2', 'mixed-kernels/four-paths'],
    ['googlenet', 'conv1/conv', 'whole-net/stem'],
    ['googlenet', 'fc', 'whole-net/gap'],
    ['resnet34', 'conv3_x/block2/conv1', 'residual-block/regular-and-residual'],
    ['resnet18', 'conv1', 'resnet-18/stem-again'],
    ['resnet18', 'conv3_x', 'resnet-18/live-resnet-table'],
    ['resnet34', 'conv3_x/block2', 'residual-block/regular-and-residual'],
    ['resnet50', 'conv3_x/block2', 'bottlenecks/bottleneck-block'],
    ['resnext50-32x4d', 'conv3_x/block2', 'cardinality/three-forms'],
    ['densenet121', null, 'growth/growth-rate'],
    ['densenet121', 'denseblock2', 'concatenate/dense-links'],
    ['densenet121', 'denseblock2/layer3', 'growth/bottleneck'],
    ['densenet121', 'denseblock2/layer3/concat', 'concatenate/add-against-concat'],
    ['cifar-densenet40-k12', 'denseblock2/layer3', 'growth/growth-rate'],
    ['densenet121', 'transition2', 'growth/transition'],
    ['vgg16', 'conv3', 'before-googlenet/vgg'],
  ])('of %s at %s is %s', (network, id, slide) => expect(slideAbout(network, id)).toBe(slide))

  it('is there for every group of every network, and no inception block leads to the stem', () => {
    for (const { id } of presets)
      for (const group of graphOf(id).groups) {
        const slide = slideAbout(id, group.id === '' ? null : group.id)
        expect(slide, `${id} ${group.id}`).toBeDefined()
        if (kindOf(group.name) === 'inception') expect(slide).toBe('mixed-kernels/four-paths')
      }
  })

  it('names only what there is', () => {
    const parts = taught.filter(({ name }) => name.includes('/'))
    expect(parts.length).toBeGreaterThan(5)
    for (const { name } of parts) {
      const [network, part] = name.split('/')
      const { family } = findEntry(network)
      expect(families).toContain(family)
      const graphs = [
        ...presets
          .filter((entry) => entry.id === network || entry.family === family)
          .map(({ id }) => graphOf(id)),
        ...('aux' in family.options ? [graphOf(family.id, { aux: true })] : []),
      ]
      const kinds = graphs.flatMap(({ groups }) => groups.map((group) => kindOf(group.name)))
      expect([...kinds, ...Object.keys(ops)], name).toContain(part)
    }
  })
})
