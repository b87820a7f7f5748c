import { describe, expect, it } from 'vitest'
import { afterwards } from './afterwards'
import { build } from './build'
import { relu } from './ops/activation'
import { conv } from './ops/conv'
import { batchNorm } from './ops/normalization'
import { maxPool } from './ops/pooling'
import { residual, seq } from './spec'

const three = conv({ kernel: 3, filters: 4, pad: 1 })
const graph = build({
  id: 'residual',
  title: 'Residual',
  input: [6, 6, 4],
  body: seq(
    residual(seq(three, batchNorm(), relu(), three, batchNorm())),
    relu(),
    maxPool({ kernel: 2, stride: 2 }),
  ),
})
const behind = (id: string) => afterwards(graph, graph.node(id)).map((node) => node.id)

describe('what goes on with a value at its own place', () => {
  it('is normalization and activation, up to the next window', () =>
    expect(behind('conv1')).toEqual(['bn1', 'relu1']))
  it('goes on through the addition of a shortcut', () =>
    expect(behind('conv2')).toEqual(['bn2', 'add', 'relu2']))
  it('ends where several read', () => expect(behind('input')).toEqual([]))
  it('is nothing before a window', () => expect(behind('relu2')).toEqual([]))
})
