import { expect, it } from 'vitest'
import { nextOrder, ordered } from './order'

const rows = [
  { name: 'ResNet-110', error: 0.1 },
  { name: 'ResNet-20', error: null },
  { name: 'DenseNet', error: 0.3 },
  { name: 'LeNet', error: 0.1 },
]
const names = (sorted: typeof rows | readonly (typeof rows)[number][]) => sorted.map(({ name }) => name)

it('numbers begin with the largest, words with A, and the third press is as before', () => {
  const first = nextOrder(null, 'error', false)
  expect(first).toEqual({ column: 'error', descending: true })
  expect(nextOrder(first, 'error', false)).toEqual({ column: 'error', descending: false })
  expect(nextOrder(nextOrder(first, 'error', false), 'error', false)).toBeNull()
  expect(nextOrder(first, 'name', true)).toEqual({ column: 'name', descending: false })
})

it('rows without a value come last either way, and ties keep their order', () => {
  const by = ({ error }: (typeof rows)[number]) => error
  expect(names(ordered(rows, by, true))).toEqual(['DenseNet', 'ResNet-110', 'LeNet', 'ResNet-20'])
  expect(names(ordered(rows, by, false))).toEqual(['ResNet-110', 'LeNet', 'DenseNet', 'ResNet-20'])
})

it('names are sorted as readers count', () =>
  expect(names(ordered(rows, ({ name }) => name, false))).toEqual([
    'DenseNet',
    'LeNet',
    'ResNet-20',
    'ResNet-110',
  ]))
