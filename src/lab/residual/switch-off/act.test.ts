import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { act, actOnStage, inWords } from './act'
import { blocksOf, untouched } from './surgery'

const blocks = blocksOf(graphOf('cifar-resnet20'))
const start = untouched(blocks)

it('a block without convolutions has its shortcut, and the other way around', () => {
  const off = act('off', 2, start, blocks)!
  expect([...off.off]).toEqual([3])
  const cut = act('cut', 2, off, blocks)!
  expect([[...cut.off], [...cut.cut]]).toEqual([[], [3]])
  expect(inWords(cut, blocks)).toBe('block 3 without shortcut')
  expect(inWords(act('cut', 2, cut, blocks)!, blocks)).toBe('as trained')
})

it('blocks change places within their stage only', () => {
  expect(act('swap', 0, start, blocks)!.order.slice(0, 3)).toEqual([2, 1, 3])
  expect(act('swap', 2, start, blocks)).toBeUndefined()
  expect(act('swap', 3, start, blocks)).toBeUndefined()
  expect(act('swap', 8, start, blocks)).toBeUndefined()
  expect(inWords(act('swap', 4, start, blocks)!, blocks)).toBe('blocks in another order')
})

it('a block runs twice, and once again at the next press; one that changes the shape cannot', () => {
  const twice = act('twice', 1, start, blocks)!
  expect(twice.order).toEqual([1, 2, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(inWords(twice, blocks)).toBe('block 2 twice')
  expect(act('twice', 2, twice, blocks)!.order).toEqual(start.order)
  expect(act('twice', 3, start, blocks)).toBeUndefined()
})

it('a stage goes off and on as a whole', () => {
  const off = actOnStage('stage2', act('cut', 4, start, blocks)!, blocks)
  expect([...off.off]).toEqual([4, 5, 6])
  expect([...off.cut]).toEqual([])
  expect(inWords(off, blocks)).toBe('blocks 4, 5 and 6 off')
  expect([...actOnStage('stage2', off, blocks).off]).toEqual([])
})
