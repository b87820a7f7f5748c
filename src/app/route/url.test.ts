import { describe, expect, it } from 'vitest'
import { families } from '../../architectures/index'
import { fields } from './fields'
import { type Intent, ownImage, start } from '../state/intent'
import { first } from '../trained/showpiece'
import { readHash, writeHash } from './url'

const chosen: Intent = {
  ...start,
  network: 'resnet34',
  options: { shortcut: 'A', input: [64, 96, 3] },
  edits: { 'conv2_x/block1/conv1': { filters: 96 } },
  expanded: new Set(['conv3_x', 'conv3_x/block1']),
  selected: 'conv3_x/block1/conv1',
  unit: { row: 3, column: 11, channel: 95 },
  image: 'dog-2',
  fit: 'fit',
  seed: 7,
  axes: 'chw',
  trace: 'needs',
  table: 'layers',
  sort: { column: 'macs', descending: true },
  backend: 'wasm',
  beside: 'plain34',
  besideOpen: new Set(['conv4_x']),
  besideNode: 'conv3_x/block2/bn1',
  besideTab: 'runs',
}

const sentences = (hash: string) => readHash(hash).problems.map((problem) => problem.sentence)

describe('an address', () => {
  it('restores every choice', () => expect(readHash(writeHash(chosen)).intent).toEqual(chosen))

  it('that asks for what every object has gets a sentence, not an error', () =>
    expect(readHash('#/n/resnet18?toString=1').problems).toHaveLength(1))

  it('is legible', () =>
    expect(
      writeHash({
        ...chosen,
        axes: 'hwc',
        fit: 'crop',
        trace: null,
        table: null,
        sort: null,
        backend: undefined,
        beside: null,
      }),
    ).toBe(
      '#/n/resnet34?shortcut=A&input=64,96,3&edit=conv2_x/block1/conv1.filters:96&open=conv3_x,conv3_x/block1&node=conv3_x/block1/conv1&unit=3,11,95&image=dog-2&seed=7',
    ))

  it('says little where little was chosen', () => expect(writeHash(start)).toBe('#/n/resnet18?seed=1'))

  it('writes all open groups as one word', () => {
    const { intent } = readHash('#/n/resnet18?open=all')
    expect(intent.expanded.size).toBeGreaterThan(10)
    expect(writeHash(intent)).toBe('#/n/resnet18?open=all&seed=1')
  })

  it('leaves out an image that only this visitor has', () =>
    expect(writeHash({ ...start, image: ownImage })).not.toContain('image'))

  it('names a value of a map by row, column and channel, and one of a vector by its number', () => {
    const { intent } = readHash('#/n/resnet18?unit=17&node=fc/fc')
    expect(intent.unit).toEqual({ row: 0, column: 0, channel: 17 })
    expect(writeHash(intent)).toContain('node=fc/fc&unit=17&')
  })

  it('opens what holds the selected node', () =>
    expect([...readHash('#/n/resnet18?node=conv3_x/block1/conv1').intent.expanded]).toEqual([
      'conv3_x',
      'conv3_x/block1',
    ]))

  it('has names of its own that no family uses for an option', () => {
    const options = new Set(families.flatMap((family) => Object.keys(family.options)))
    expect(Object.keys(fields).filter((name) => options.has(name))).toEqual([])
  })

  it('of a page without a network leaves the choices as they are', () => {
    for (const hash of ['', '#/', '#/gallery', '#/measured', '#/course/shapes', '#/lab/bigger?width=32'])
      expect(readHash(hash, chosen)).toEqual({ intent: chosen, problems: [] })
  })

  it('without a network speaks of the first one', () => {
    const { intent, problems } = readHash('#/?open=inception_3a&seed=7', chosen)
    expect(problems).toEqual([])
    expect(intent).toEqual({ ...first, expanded: new Set(['inception_3a']), seed: 7 })
    expect(sentences('#/?node=nowhere')[0]).toContain('"nowhere"')
  })
})

describe('an address with a mistake', () => {
  it('keeps everything and suggests networks when the name is unknown', () => {
    const { intent, problems } = readHash('#/n/resnet8?seed=3', chosen)
    expect(intent).toBe(chosen)
    expect(problems).toMatchObject([
      {
        kind: 'network',
        sentence: 'there is no network "resnet8"',
        suggestions: expect.arrayContaining(['resnet18']),
      },
    ])
  })

  it('keeps the other options when one is out of range', () => {
    const { intent, problems } = readHash('#/n/resnet18?width=9999&shortcut=A')
    expect(intent.options).toEqual({ shortcut: 'A' })
    expect(problems).toMatchObject([{ kind: 'option', option: 'width', text: '9999' }])
    expect(problems[0].sentence).toBe('option "width" cannot be 9999: it takes a whole number from 1 to 512')
  })

  it('blames the option that does not go with the others', () => {
    const { intent, problems } = readHash('#/n/lenet5-1998?classes=20')
    expect(intent.options).toEqual({})
    expect(problems).toMatchObject([{ kind: 'option', option: 'classes' }])
  })

  it('takes options that only work together', () =>
    expect(readHash('#/n/lenet5-1998?classes=20&version=modern').problems).toEqual([]))

  it('drops ids that the graph lacks and says so', () => {
    const { intent, problems } = readHash('#/n/resnet18?open=conv3_x,conv9&node=nowhere')
    expect([...intent.expanded]).toEqual(['conv3_x'])
    expect(intent.selected).toBeNull()
    expect(problems.map((problem) => problem.sentence).join()).toContain('"conv9", "nowhere"')
  })

  it('keeps the edits that are possible and says which are not', () => {
    const { intent, problems } = readHash(
      '#/n/resnet18?edit=conv1/conv.filters:32,conv1/conv.kernel:big,conv9.filters:3',
    )
    expect(intent.edits).toEqual({ 'conv1/conv': { filters: 32 } })
    expect(problems.map((problem) => problem.sentence)).toEqual([
      expect.stringMatching(/^conv1\/conv: kernel cannot be big: it takes a whole number/),
      'ResNet-18 has no layer "conv9" to edit',
    ])
  })

  it('says in a sentence what it could not read', () => {
    expect(sentences('#/n/resnet18?seed=-4')[0]).toMatch(/^seed cannot be -4: it takes a whole number/)
    expect(sentences('#/n/resnet18?node=conv1/conv&unit=1,2')[0]).toMatch(/^unit cannot be 1,2: it takes row/)
    expect(sentences('#/n/resnet18?node=conv1/conv&unit=112,0,0')[0]).toBe(
      'conv1/conv has no value at row 112, column 0, channel 0: its rows go from 0 to 111, its columns from 0 to 111, its channels from 0 to 63',
    )
    expect(sentences('#/n/resnet18?unit=1,2,3')[0]).toMatch(/^the address names a unit but no layer/)
    expect(sentences('#/n/resnet18?backend=cuda')[0]).toMatch(
      /^there is no backend "cuda"; it can be webgpu, .* or cpu/,
    )
    expect(sentences('#/n/resnet18?table=rows')[0]).toBe(
      'there is no table "rows"; it can be stages, layers or code',
    )
    expect(sentences('#/n/resnet18?sort=-age')[0]).toBe('a table has no column "age" to sort by')
    expect(sentences('#/n/resnet18?taste=sweet')[0]).toMatch(/has no option "taste"/)
    expect(sentences('#/n/resnet18?colour=red')[0]).toMatch(/^there is no colouring "red"; it can be path, /)
    expect(sentences('#/elsewhere')[0]).toMatch(/^there is no page/)
    expect(sentences('#/gallery?state=shut')).toEqual([
      'the gallery has no state "shut"; it can be both, closed or open',
    ])
    expect(sentences('#/gallery?seed=1')).toEqual(['the gallery has nothing to choose called "seed"'])
  })

  it('names a network to compare with that is not there, and the nearest ones', () => {
    const { intent, problems } = readHash('#/n/resnet18?beside=plain43&besideNode=fc&seed=2')
    expect(intent).toMatchObject({ network: 'resnet18', seed: 2, beside: null, besideNode: null })
    expect(problems).toMatchObject([
      {
        kind: 'network',
        field: 'beside',
        sentence: 'there is no network "plain43" to compare with',
        suggestions: expect.arrayContaining(['plain34']),
      },
    ])
  })

  it('drops what the network beside lacks and says so', () => {
    const { intent, problems } = readHash(
      '#/n/resnet18?beside=plain18&besideOpen=conv2_x,conv9&besideNode=add',
    )
    expect([...intent.besideOpen]).toEqual(['conv2_x'])
    expect(intent.besideNode).toBeNull()
    expect(problems[0].sentence).toMatch(/^plain-18 has no "conv9", "add"/)
  })

  it('is never the end of the page', () => {
    for (const hash of [
      '#/n/%E0%A4%A',
      '#/n/resnet18?open=%',
      '#/n/resnet18?=&&a',
      '#/n/resnet18?node=',
      '#?x',
      '#/n/',
    ])
      expect(() => readHash(hash)).not.toThrow()
  })
})
