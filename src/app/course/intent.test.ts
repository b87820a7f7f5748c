import { describe, expect, it } from 'vitest'
import type { Intent } from '../state/intent'
import { start } from '../state/intent'
import { asLeft, intentOf, isAlike, isAsShown } from './intent'

const step = {
  id: 'plain',
  title: 'Is deeper better?',
  network: 'plain18',
  beside: 'plain34',
} as Parameters<typeof isAsShown>[1]
const shown = intentOf(step, start)

describe('a slide’s picture', () => {
  it('is the slide’s until something of it is changed', () => {
    expect(isAsShown(shown, step)).toBe(true)
    expect(isAsShown({ ...shown, expanded: new Set(shown.expanded) }, step)).toBe(true)
  })

  const changes: readonly (readonly [string, Partial<Intent>])[] = [
    ['flows otherwise', { flow: 'down' }],
    ['has something open on the right', { besideOpen: new Set(['conv2_x']) }],
    ['has something selected on the right', { besideNode: 'conv1' }],
    ['has something open', { expanded: new Set(['conv2_x']) }],
    ['has something selected', { selected: 'conv1' }],
    ['is traced', { trace: 'both' }],
    ['was moved', { at: { id: 'conv1', x: 0, y: 0, k: 1 } }],
    ['is edited', { edits: { conv1: { filters: 32 } } }],
    ['has other options', { options: { classes: 10 } }],
  ]
  it.each(changes)('can be brought back where it %s', (_, change) =>
    expect(isAsShown({ ...shown, ...change }, step)).toBe(false),
  )

  it('leaves to the reader what is theirs on every page', () => {
    expect(isAsShown({ ...shown, seed: 7, axes: 'chw', image: 'fish-1' }, step)).toBe(true)
  })

  it('comes back as it was left, with what was pointed at and where it stood', () => {
    const at = { id: 'conv1', x: 0, y: 0, k: 2 }
    const left = { ...shown, expanded: new Set(['conv2_x']), selected: 'conv1', trace: 'both' as const, at }
    const again = asLeft(shown, { ...left, seed: 7 })
    expect([...again.expanded]).toEqual(['conv2_x'])
    expect([again.selected, again.trace, again.at, again.seed]).toEqual(['conv1', 'both', at, shown.seed])
    expect(isAlike(again, left)).toBe(true)
    expect(isAlike(left, shown)).toBe(false)
  })
})
