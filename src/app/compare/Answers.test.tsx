import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Finished } from '../run/session'
import { Answers } from './Answers'

const ran = (output: readonly number[], classes?: readonly string[]) =>
  ({
    result: { output: Float32Array.from(output) },
    ...(classes && { trained: { classes } }),
  }) as unknown as Finished

const said = (one: Finished, other: Finished) =>
  renderToStaticMarkup(<Answers runs={[one, other]} names={['one', 'other']} />).replace(/<[^>]+>/g, ' ')

const animals = ['cat', 'dog', 'frog']

it('the classes of two networks stand beside each other where they are the same', () => {
  const text = said(ran([0.75, 0.25, 0], animals), ran([0.5, 0.5, 0], [...animals]))
  expect(text).toMatch(/cat\s+75\S*\s+50/)
})

it('a network whose classes have no names, or as many as it has not, takes those of the other', () => {
  for (const own of [undefined, ['cat', 'dog']]) {
    expect(said(ran([0.75, 0.25, 0], animals), ran([0.5, 0.5, 0], own))).toContain('cat')
    expect(said(ran([0.75, 0.25, 0], own), ran([0.5, 0.5, 0], animals))).toContain('cat')
  }
})

it('equally many classes that are others are not laid beside each other', () => {
  expect(said(ran([0.75, 0.25, 0], animals), ran([0.5, 0.5, 0], ['church', 'truck', 'horn']))).toBe('')
})
