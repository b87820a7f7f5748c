import { expect, it } from 'vitest'
import { citationOf } from '../../content/references'

it.each([
  ['cifar', 'Krizhevsky 2009'],
  ['zfnet', 'Zeiler and Fergus 2013'],
  ['googlenet', 'Szegedy et al. 2014'],
  ['ilsvrc', 'Russakovsky et al. 2015'],
  ['torchvision', 'torchvision'],
] as const)('%s is cited as %s', (name, citation) => expect(citationOf(name)).toBe(citation))
