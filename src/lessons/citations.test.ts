import { expect, it } from 'vitest'
import { citationOf, type ReferenceName, references } from '../../content/references'

it.each([
  ['cifar', 'Krizhevsky 2009'],
  ['zfnet', 'Zeiler and Fergus 2013'],
  ['googlenet', 'Szegedy et al. 2014'],
  ['ilsvrc', 'Russakovsky et al. 2015'],
  ['he-init', 'He et al. 2015a'],
  ['resnet', 'He et al. 2015b'],
  ['preact', 'He et al. 2016'],
  ['torchvision', 'torchvision'],
] as const)('%s is cited as %s', (name, citation) => expect(citationOf(name)).toBe(citation))

it('no two references are cited alike', () => {
  const citations = (Object.keys(references) as ReferenceName[]).map(citationOf)
  expect(citations.filter((citation, i) => citations.indexOf(citation) !== i)).toEqual([])
})
