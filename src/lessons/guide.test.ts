import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { knownOf } from '../../tools/lessons/known'
import { readLesson } from '../../tools/lessons/read'
import { guidePage } from '../../tools/pages/guide'
import { vocabulary } from './attributes'
import { checkLesson } from './check'

const root = resolve(import.meta.dirname, '../..')
const guide = readFileSync(resolve(root, 'docs/instructors.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
}

it('the guide’s example of a lesson passes the check', () => {
  const [, example] = /```mdx\n([\s\S]*?)```/.exec(guide)!
  expect(checkLesson(readLesson('content/own/1-test.mdx', `# Test\n\n${example}`), knownOf(root))).toEqual([])
})

it('names commands and files that there are', () => {
  const commands = [...guide.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name]) => name)
  expect(commands.length).toBeGreaterThan(6)
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  const files = [...guide.matchAll(/`((?:content|src|public|docs)\/[\w/.-]+)`/g)].map(([, file]) => file)
  expect(files.filter((file) => !existsSync(resolve(root, file)) && !file.startsWith('content/own'))).toEqual(
    [],
  )
})

it('tells of every component of a lesson', () =>
  expect(Object.keys(vocabulary).filter((name) => !guide.includes(`<${name}`))).toEqual([]))

it('is a page whose own links lead to its headings', async () => {
  const page = await guidePage()
  const links = [...page.matchAll(/href="#([^/"][^"]*)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(0)
  for (const id of links) expect(page).toContain(`id="${id}"`)
})
