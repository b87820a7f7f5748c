import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { another, look, looksOf } from './look'

describe('lines of networks in one chart', () => {
  it('have the color and the dash of their kind', () =>
    expect(
      looksOf([
        { network: 'plain-18', kind: 'plain' },
        { network: 'ResNet-18', kind: 'residual' },
      ]),
    ).toEqual([
      { colour: look.plain.colour, dash: look.plain.dash },
      { colour: look.residual.colour, dash: look.residual.dash },
    ]))

  it('have two shades where two networks are of one kind, and each a dash of its own', () => {
    const looks = looksOf([
      { network: 'plain-20', kind: 'plain' },
      { network: 'plain-56', kind: 'plain' },
      { network: 'ResNet-20', kind: 'residual' },
      { network: 'ResNet-56', kind: 'residual' },
    ])
    expect(looks.map(({ colour }) => colour)).toEqual([
      look.plain.colour,
      another(look.plain.colour),
      look.residual.colour,
      another(look.residual.colour),
    ])
    expect(new Set(looks.map(({ dash }) => dash)).size).toBe(4)
  })

  it('share the color of their network where they tell two things of it', () => {
    const [training, test, other] = looksOf([
      { network: 'plain-20', kind: 'plain' },
      { network: 'plain-20', kind: 'plain' },
      { network: 'Inception', kind: undefined },
    ])
    expect(training.colour).toBe(test.colour)
    expect(training.dash).not.toBe(test.dash)
    expect([look.plain.colour, look.residual.colour, look.dense.colour]).not.toContain(other.colour)
  })

  it('have the colors of paths, in order, where none is of a kind', () =>
    expect(looksOf([undefined, undefined])).toEqual([
      { colour: 'var(--path-1)', dash: 'none' },
      { colour: 'var(--path-2)', dash: '7 4' },
    ]))
})

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|css)$/.test(name) && !/\.(?:test|fixture)\./.test(name))
    .map((name) => `${folder}/${name}`)

/** A color of its own within three lines of a word for a kind of network or its shortcuts. */
function ownColours(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    const around = lines.slice(Math.max(0, i - 3), i + 4).join('\n')
    return /var\(--path-\d\)/.test(line) && /plain(?!-\d)|residual|shortcut/i.test(around)
      ? [`${file}:${i + 1}: ${line.trim()}`]
      : []
  })
}

it('a lab that draws a kind of network paints with no path beside it', () => {
  const labs = readdirSync('src/lab', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.lab.tsx'),
  )
  const folders = labs.map((name) => `src/lab/${dirname(name)}`)
  const ofKinds = folders.filter((folder) =>
    filesIn(folder).some((file) => /ui\/look'/.test(readFileSync(file, 'utf8'))),
  )
  expect(ofKinds.length).toBeGreaterThan(5)
  const painted = ofKinds
    .flatMap(filesIn)
    .filter((file) => readFileSync(file, 'utf8').includes('var(--path-'))
  expect(painted).toEqual([])
})

it('no lab, chart or page states a color of its own for plain or residual networks', () => {
  const files = ['src/lab', 'src/recorded', 'src/app', 'src/diagram'].flatMap(filesIn)
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap(ownColours)).toEqual([])
})
