import { expect, it } from 'vitest'
import { publishedClasses, trainedBadge } from './badge'

it('a list says with how many classes a network was trained where it opens with others', () => {
  expect(trainedBadge('cifar-resnet20')).toBe('trained')
  expect(trainedBadge('googlenet-bn')).toBe('trained with ten classes')
  expect(trainedBadge('vgg19')).toBeUndefined()
})

it('the counts of a list are those of the published number of classes, where other classes were trained', () => {
  expect(publishedClasses('googlenet-bn')).toBe(1000)
  expect(publishedClasses('cifar-resnet20')).toBeUndefined()
  expect(publishedClasses('vgg16')).toBeUndefined()
})
