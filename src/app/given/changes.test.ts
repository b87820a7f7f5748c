import { expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import { changedWords } from './changes'

const { architecture } = resolve('cifar-resnet20')
const like = build(architecture)
const [first, second] = like.nodes.filter(({ op }) => op === 'batchNorm')

it('says which attributes of how many layers were changed', () => {
  const edits = { [first.id]: { epsilon: 0.5 }, [second.id]: { epsilon: 0.5 } }
  const was = String(first.attrs.epsilon)
  expect(changedWords(build(architecture, edits), like)).toBe(
    `, with 2 layers changed: epsilon 0.5 instead of ${was} in 2 layers`,
  )
})

it('counts layers that only one of them has', () => {
  const deeper = build(resolve('cifar-resnet32').architecture)
  const more = deeper.nodes.length - like.nodes.length
  expect(changedWords(deeper, like)).toMatch(new RegExp(`: .*${more} layers more`))
  expect(changedWords(like, deeper)).toMatch(new RegExp(`${more} layers fewer`))
})

it('names none where the layers are called otherwise', () => {
  expect(changedWords(build(resolve('lenet5').architecture), like)).toBe(', with changed layers')
})
