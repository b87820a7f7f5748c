import { afterAll, beforeAll, expect, it } from 'vitest'
import { decode } from './decode'
import { ImageError } from './error'
import { prepare } from './image'
import { cases, longest, random } from '../page/hostile.fixture'

// Images and drawings that are made up and damaged, the same in every run: each is a picture or a sentence, within two
// seconds, and nothing in one runs, is asked for, or stays.

let asked: PerformanceObserver
const elsewhere: string[] = []
beforeAll(() => {
  asked = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries())
      if (/^https?:/.test(name) && !name.startsWith(location.origin)) elsewhere.push(name)
  })
  asked.observe({ type: 'resource' })
})
afterAll(() => asked.disconnect())

async function tried(file: Blob, name: string, what: string): Promise<boolean> {
  const from = performance.now()
  try {
    const picture = await decode(file, name)
    expect(prepare(picture, 8, 8, 'crop').data).toHaveLength(8 * 8 * 4)
    return true
  } catch (error) {
    if (!(error instanceof ImageError)) throw new Error(what, { cause: error })
    expect(error.message, what).toMatch(/^\S.*\.$/s)
    return false
  } finally {
    expect(performance.now() - from, `${what}, in milliseconds`).toBeLessThan(longest)
  }
}

const clean = () =>
  expect([
    (window as { ran?: boolean }).ran,
    elsewhere,
    document.querySelectorAll('body > svg, body > img').length,
  ]).toEqual([undefined, [], 0])

it('images whose bytes are flipped, lost or more than they were', async () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d')!
  for (let i = 0; i < 64; i++) {
    context.fillStyle = `hsl(${i * 37} 80% 50%)`
    context.fillRect((i % 8) * 8, (i >> 3) * 8, 8, 8)
  }
  const types = ['image/png', 'image/jpeg', 'image/webp']
  const whole = await Promise.all(
    types.map(async (type) => {
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), type))
      return new Uint8Array(await blob.arrayBuffer())
    }),
  )
  const seen = { picture: 0, sentence: 0 }
  for (let i = 0; i < cases; i++) {
    const next = random(100 + i)
    const below = (limit: number) => Math.floor(next() * limit)
    const kind = below(types.length)
    let bytes = Uint8Array.from(whole[kind])
    const way = below(4)
    if (way === 0) bytes = bytes.slice(0, below(bytes.length))
    else if (way === 1) bytes = Uint8Array.from([...bytes, ...bytes.slice(below(bytes.length))])
    // The first bytes say how large it is, which is where most harm is done.
    else for (let n = 0; n <= below(6); n++) bytes[below(way === 2 ? 64 : bytes.length)] = below(256)
    const type = below(4) === 0 ? types[below(types.length)] : types[kind]
    const isPicture = await tried(new Blob([bytes], { type }), 'photo', `image ${i}`)
    seen[isPicture ? 'picture' : 'sentence']++
  }
  expect(seen.picture).toBeGreaterThan(5)
  expect(seen.sentence).toBeGreaterThan(5)
  clean()
})

it('drawings with scripts, addresses, copies of copies, filters, patterns, huge numbers and broken marks', async () => {
  const parts: readonly ((id: string, of: string, below: (limit: number) => number) => string)[] = [
    (id, of, below) => `<g id="${id}">${`<use href="#${of}"/>`.repeat(1 + below(12))}</g>`,
    (id, of) =>
      `<pattern id="${id}" width="1e-9" height="1e-9"><rect fill="url(#${of})" width="9" height="9"/></pattern>`,
    (id, of) => `<mask id="${id}"><rect mask="url(#${of})" width="40" height="40"/></mask>`,
    (id, of, below) =>
      `<filter id="${id}" x="-1e6" width="1e7" height="1e7"><feGaussianBlur stdDeviation="${10 ** below(8)}"/><feImage href="#${of}"/></filter>`,
    (id, _, below) =>
      `<path id="${id}" d="M0 0${'L9 9'.repeat(below(2000))}" stroke-dasharray="1e-6" stroke="red"/>`,
    (id, of) =>
      `<rect id="${id}" filter="url(#${of})" width="1e30" height="-1e30" transform="scale(1e300)"/>`,
    () => `<script>parent.ran = window.ran = true</script>`,
    () => `<image href="https://example.org/a.png" onload="parent.ran = true" onerror="parent.ran = true"/>`,
    () =>
      `<style>@import url(https://example.org/a.css); * { fill: url(https://example.org/b.svg#a) }</style>`,
    () =>
      `<foreignObject width="40" height="40"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.ran=true"/></foreignObject>`,
    (id) =>
      `<animate id="${id}" attributeName="width" dur="1e-9s" repeatCount="indefinite" onbegin="parent.ran = true"/>`,
    (id, _, below) => `<text id="${id}">${'&#x202e;🤖'.repeat(below(500))}</text>`,
    (id, of) => `<a id="${id}" href="javascript:parent.ran=true"><use xlink:href="#${of}"/></a>`,
  ]
  const heads = [
    '',
    ' viewBox="0 0 1e9 1e-9"',
    ' viewBox="nonsense"',
    ' width="1e9" height="1e9"',
    ' width="-5%"',
  ]
  let pictures = 0
  for (let i = 0; i < cases; i++) {
    const next = random(500 + i)
    const below = (limit: number) => Math.floor(next() * limit)
    const count = 1 + below(12)
    const inside = Array.from({ length: count }, (_, n) =>
      parts[below(parts.length)](`p${n}`, `p${below(count)}`, below),
    ).join('')
    const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${heads[below(heads.length)]}>${inside}</svg>`
    const at = below(text.length)
    const given = below(5) === 0 ? text.slice(0, at) + '<&]]>' + text.slice(at) : text
    if (
      await tried(
        new Blob([given], { type: 'image/svg+xml' }),
        'drawing.svg',
        `drawing ${i}: ${given.slice(0, 300)}`,
      )
    )
      pictures++
  }
  expect(pictures).toBeGreaterThan(5)
  clean()
})
