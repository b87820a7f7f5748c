import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { caffe } from '../../import/preprocessing'
import { useGiven } from './given'
import { opened, register } from './open'
import { preparedFor } from './prepared'

const path = join(import.meta.dirname, '../../import/fixtures/bottleneck.pth')

it('says what is done to an image, and whose choice that was', async () => {
  const found = await opened([new File([readFileSync(path)], 'bottleneck.pth')])
  await register(found, found)
  const words = () => preparedFor(useGiven.getState().all[0])
  expect(words()).toBe(
    'The image is prepared as usual for this kind of file: ImageNet mean and standard deviation (torchvision).',
  )
  await register(found, { preprocessing: caffe })
  expect(words()).toBe(
    'The image is prepared as you chose for your file: blue, green, red minus their means (Keras “caffe”).',
  )
})
