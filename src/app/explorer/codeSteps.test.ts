import { expect, it } from 'vitest'
import { linesOf } from '../../export/formats'
import { graphOf } from '../../architectures/built'
import { inStep } from './codeSteps'

const graph = graphOf('lenet5')

it.each(['pytorch', 'keras'] as const)(
  'every layer but the input has its line in the program for %s',
  (format) => {
    const lines = linesOf(graph, format)
    const named = new Set(lines.flatMap(({ node }) => node ?? []))
    expect([...named].sort()).toEqual(
      graph.nodes
        .map(({ id }) => id)
        .filter((id) => id !== graph.input)
        .sort(),
    )
  },
)

it('arrow keys go from layer to layer, from the beginning where none is selected', () => {
  const lines = [
    { text: 'import torch' },
    { text: 'a', node: 'a' },
    { text: 'b', node: 'b/c' },
    { text: 'a', node: 'a' },
  ]
  expect(inStep(lines, null, 'ArrowDown')).toBe('a')
  expect(inStep(lines, 'a', 'ArrowDown')).toBe('b/c')
  expect(inStep(lines, 'b', 'ArrowUp')).toBe('a')
  expect(inStep(lines, 'b/c', 'ArrowDown')).toBeUndefined()
  expect(inStep(lines, 'a', 'End')).toBe('b/c')
  expect(inStep(lines, 'a', 'x')).toBeUndefined()
})
