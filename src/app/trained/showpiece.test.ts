import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ranked } from '../../nn/ranked'
import { samples } from '../image/samples'
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

it('the first page shows an image that its network names rightly, and no photograph would be', () => {
  const shown = samples.find(({ id }) => id === image)!
  const answer = answerTo(image)
  expect(answer.name).toBe(shown.label)
  expect(answer.share).toBeGreaterThan(0.85)
  const photographs = samples.filter(({ credit, id }) => credit && model.looks.includes(id))
  expect(photographs.length).toBeGreaterThan(0)
  // A photograph of one of its classes would be the better choice.
  for (const photograph of photographs) expect(classes).not.toContain(photograph.label)
  expect(answerTo('rocket')).toMatchObject({ name: 'church', share: expect.closeTo(0.932, 2) as number })
})
