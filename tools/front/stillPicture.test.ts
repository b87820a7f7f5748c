import { inflateSync } from 'node:zlib'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StillPicture } from '../../src/app/landing/StillPicture'
import { root } from '../packages.mjs'
import { png } from './png'
import { stillPicture } from './stillPicture'

it('a PNG file has its pixels', () => {
  const data = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255)
  const file = png({ width: 1, height: 2, data })
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1, 2])
  const at = file.indexOf('IDAT')
  const content = file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4))
  expect([...inflateSync(content)]).toEqual([0, 1, 2, 3, 255, 0, 4, 5, 6, 255])
})

it('the still picture has the answer of the stored run, a face for each tensor, and nothing that would not answer', () => {
  const { still, maps } = stillPicture(root)
  expect(still.word).toBe('a church')
  expect(still.bars).toHaveLength(3)
  expect(still.origin).toMatch(/^GoogLeNet with BN, trained on ten classes of ImageNet photographs: /)
  expect(still.bars[0].value).toBeCloseTo(Math.max(...still.values))
  // The photo has a file of its own.
  const faces = still.shapes.length
  expect(maps.readUInt32BE(20)).toBe(56 * (faces - 1))
  const markup = renderToStaticMarkup(
    createElement(StillPicture, { still, image: './image.svg', maps: './maps.png' }),
  )
  expect(markup.match(/class="river-face"/g)).toHaveLength(2 * faces)
  for (const shape of still.shapes) expect(markup).toContain(shape)
  expect(markup).not.toMatch(/<(a|button|input)\b/)
})
