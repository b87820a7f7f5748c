import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ranked } from '../../nn/ranked'
import { isDrawn, samples } from '../image/samples'
import { showpiece } from './showpiece'

const { model, image } = showpiece
const folder = join('public/models', model.id)
const { classes } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  readonly classes: readonly string[]
}

/** What the network says of an image that a stored run lies beside its weights for. */
function answerTo(id: string) {
  const { output } = JSON.parse(readFileSync(join(folder, `look-${id}.json`), 'utf8')) as {
    readonly output: readonly number[]
  }
  const [{ index, value }] = ranked(Float32Array.from(output), 1)
  return { name: classes[index], share: value }
}

it('the first page shows a photograph that its network names rightly, and the only one that shows one of its classes', () => {
  const shown = samples.find(({ id }) => id === image)!
  const answer = answerTo(image)
  expect(answer.name).toBe(shown.label)
  expect(answer.share).toBeGreaterThan(0.85)
  expect(isDrawn(shown)).toBe(false)
  const known = samples.filter((sample) => !isDrawn(sample) && classes.includes(sample.label))
  expect(known).toEqual([shown])
})
