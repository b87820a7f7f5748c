import { describe, expect, it } from 'vitest'
import { build, type Edits } from './build'
import { relu } from './ops/activation'
import { conv } from './ops/conv'
import { maxPool } from './ops/pooling'
import { type Architecture, block, branch, repeat, residual, seq, type Spec } from './spec'

const same = (filters: number, more = {}) => conv({ filters, kernel: 3, pad: 1, ...more })

/** Node by node what does not fit, with what it follows from. */
function faults(body: Spec, edits: Edits = {}, input: Architecture['input'] = [16, 16, 8]) {
  return build({ id: 'test', title: 'Test', input, body }, edits).issues.map(({ node, follows }) =>
    follows === undefined ? node : `${node} from ${follows}`,
  )
}

const blocks = repeat(4, () => block('block', residual(seq(same(8), relu(), same(8)))))

describe('one wrong number of filters', () => {
  it('is one fault, and what follows from it says so', () => {
    const graph = build(
      { id: 'test', title: 'Test', input: [16, 16, 8], body: blocks },
      { 'block1/conv2': { filters: 5 } },
    )
    expect(graph.issues.map(({ follows }) => follows)).toEqual([undefined, 'block1/add'])
    expect(graph.issues[1].message).toMatch(/^add needs equal shapes: .*; this follows from block1\/add$/)
  })

  it('does not hide another far behind it', () =>
    expect(faults(blocks, { 'block1/conv2': { filters: 5 }, 'block3/conv2': { filters: 6 } })).toEqual([
      'block1/add',
      'block2/add from block1/add',
      'block3/add',
      'block4/add from block3/add',
    ]))

  it('does not hide groups that do not divide their own channels', () =>
    expect(faults(blocks, { 'block1/conv2': { filters: 5 }, 'block4/conv1': { groups: 3 } })).toEqual([
      'block1/add',
      'block2/add from block1/add',
      'block4/conv1',
    ]))
})

describe('a window that does not fit', () => {
  it('takes the addition behind it along', () =>
    expect(faults(blocks, { 'block2/conv1': { kernel: 99 } })).toEqual([
      'block2/conv1',
      'block2/add from block2/conv1',
    ]))

  it('takes the windows behind it along: the image is too small', () =>
    expect(faults(seq(repeat(3, () => maxPool({ kernel: 3, stride: 2 }))), {}, [6, 6, 1])).toEqual([
      'pool2',
      'pool3 from pool2',
    ]))
})

it('a concat of unlike sizes is the fault, and the pool that finds too little behind it follows', () => {
  const body = seq(
    branch('concat', conv({ filters: 4, kernel: 15 }), same(4)),
    conv({ filters: 4, kernel: 9 }),
  )
  expect(faults(body)).toEqual(['concat', 'conv3 from concat'])
})
