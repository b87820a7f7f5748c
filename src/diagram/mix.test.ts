import { interpolateLab, rgb } from 'd3'
import { describe, expect, it } from 'vitest'
import { between, screenOf } from './mix'

const colours = ['#fcfbf7', '#1b1b22', '#fff', '#4870d3', '#c52d00', 'rgb(0, 200, 102)', '#000000']

describe('colors between two', () => {
  it.each(colours)('%s is read as d3 reads it', (colour) => {
    const { r, g, b } = rgb(colour)
    expect(screenOf(colour)).toEqual({ r, g, b })
  })

  it('are those of d3, to the last digit', () => {
    for (const from of colours)
      for (const to of colours)
        for (const share of [0, 0.1, 0.34, 0.5, 0.82, 1])
          expect(between(from, to)(share), `${from} to ${to} at ${share}`).toBe(
            interpolateLab(from, to)(share),
          )
  })

  it('may be written without commas, and with an opacity that is left out', () =>
    expect(screenOf('rgb(133 164 255 / 0.5)')).toEqual({ r: 133, g: 164, b: 255 }))

  it('a word that is no color gives none', () => expect(screenOf('currentcolor').r).toBeNaN())
})
