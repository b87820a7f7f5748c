import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { citationOf, type ReferenceName, references } from '../../content/references'

it.each([
  ['cifar', 'Krizhevsky 2009'],
  ['zfnet', 'Zeiler and Fergus 2013'],
  ['googlenet', 'Szegedy et al. 2014'],
  ['inceptionv3', 'Szegedy et al. 2015'],
  ['ilsvrc', 'Russakovsky et al. 2015'],
  ['he-init', 'He et al. 2015a'],
  ['resnet', 'He et al. 2015b'],
  ['preact', 'He et al. 2016'],
  ['torchvision', 'torchvision'],
] as const)('%s is cited as %s', (name, citation) => expect(citationOf(name)).toBe(citation))

it('no two references are cited alike', () => {
  const citations = (Object.keys(references) as ReferenceName[]).map(citationOf)
  expect(citations.filter((citation, i) => citations.indexOf(citation) !== i)).toEqual([])
})

it('no paper stands in the list twice', () => {
  const titles = Object.values(references).map(({ title }) => title.toLowerCase())
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([])
})

const root = resolve(import.meta.dirname, '../..')
const texts = ['src', 'content', 'docs']
  .flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .concat('README.md', 'ARCHITECTURE.md')
  .filter((file) => /\.(tsx?|mdx?)$/.test(file) && !file.includes('.test.'))

it('the year of a citation, wherever it stands, is that of the reference', () => {
  const years = new Map<string, string[]>()
  for (const name of Object.keys(references) as ReferenceName[]) {
    const [, authors, year] = /^(.+) (\d{4}[a-z]?)$/.exec(citationOf(name)) ?? []
    if (authors) years.set(authors, [...(years.get(authors) ?? []), year])
  }
  expect(years.get('He et al.')).toEqual(expect.arrayContaining(['2015a', '2015b', '2016']))
  const wrong = texts.flatMap((file) =>
    [
      ...readFileSync(resolve(root, file), 'utf8').matchAll(
        /(\p{Lu}\p{L}+ (?:et al\.|and \p{Lu}\p{L}+)),? \(?(\d{4}[a-z]?)/gu,
      ),
    ]
      .filter(([, authors, year]) => years.has(authors) && !years.get(authors)!.includes(year))
      .map(([cited]) => `${file}: ${cited}`),
  )
  expect(wrong).toEqual([])
})
