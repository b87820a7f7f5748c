import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { caption } from './caption'
import { filmOf } from './times'

describe('a forward pass as steps', () => {
  it.each(['inception-3a', 'resnet18', 'densenet121', 'googlenet'])(
    '%s: every node comes once, after all that it reads',
    (network) => {
      const graph = graphOf(network)
      const { steps } = filmOf(graph)
      const at = new Map(steps.flatMap((nodes, step) => nodes.map(({ id }) => [id, step] as const)))
      expect(at.size).toBe(graph.nodes.length)
      for (const node of graph.nodes)
        for (const input of node.inputs) expect(at.get(input)!).toBeLessThan(at.get(node.id)!)
    },
  )

  it('runs the paths of a block side by side, and spells out the sum where they meet', () => {
    const { steps } = filmOf(graphOf('inception-3a'))
    expect(steps[0].map(({ id }) => id)).toEqual(['input'])
    expect(steps[1].length).toBeGreaterThan(2)
    const join = steps.find((nodes) => nodes.some(({ family }) => family === 'merge'))!
    expect(caption(join, 'hwc')).toContain('64 + 128 + 32 + 32 = 256')
    expect(caption(steps[1], 'hwc')).toMatch(/paths side by side/)
  })

  it('reaches the groups that it has entered, and all of the network in the end', () => {
    const graph = graphOf('resnet18')
    const { steps, reached } = filmOf(graph)
    const first = reached(1)
    expect(first.has('conv1')).toBe(true)
    expect(first.has('conv5_x')).toBe(false)
    const all = reached(steps.length - 1)
    expect(graph.nodes.filter(({ id }) => !all.has(id))).toEqual([])
  })
})
