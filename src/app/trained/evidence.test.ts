import { readFileSync } from 'node:fs'
import { models } from 'virtual:models'
import { describe, expect, it } from 'vitest'
import { averagingHead } from '../../nn/classActivation'
import { graphOf } from '../state/network'
import { type StoredEvidence, unpackEvidence } from './evidence'
import type { FirstLook } from './look'

const read = <T>(id: string, file: string) =>
  JSON.parse(readFileSync(`public/models/${id}/${file}.json`, 'utf8')) as T

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

describe.each(models.map((model) => [model.id, model] as const))('what is stored of %s', (id, model) => {
  const head = averagingHead(graphOf(model.network, model.options))

  it.each(model.looks)('for %s makes the scores that its stored answer follows from', (image) => {
    if (!head) throw new Error(`${id} does not average its last maps, so nothing of the kind is stored.`)
    const stored = read<StoredEvidence>(id, `evidence-${image}`)
    const { output } = read<FirstLook>(id, `look-${image}`)
    const all = model.classes.map((_, i) => unpackEvidence(stored, i))
    for (const { map, height, width, bias, score, strongest } of all) {
      expect(map).toHaveLength(height * width)
      expect(sum(map) / map.length + bias).toBeCloseTo(score, 2)
      expect(strongest).toHaveLength(5)
    }
    const powers = all.map(({ score }) => Math.exp(score))
    powers.forEach((power, i) => expect(power / sum(powers)).toBeCloseTo(output[i], 3))
  })
})
