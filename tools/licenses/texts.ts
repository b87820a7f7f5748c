import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../packages.mjs'
import type { Package } from './shipped.ts'

/**
 * The license of a package as it comes with it, and its notices. A package without a file has the standard text of
 * what it states; throws where that is not known.
 */
export function textOf(found: Package): string {
  const files = readdirSync(found.folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  const texts = files.sort().map((name) => readFileSync(join(found.folder, name), 'utf8').trim())
  if (files.some((name) => !/^notice/i.test(name))) return texts.join('\n\n')
  const standard = standards[found.license]
  if (!standard) throw new Error(`${found.name} has no license file, and ${found.license} is not known here.`)
  return [standard(found), ...texts].join('\n\n')
}

const standards: Readonly<Record<string, (found: Package) => string>> = {
  // The text has no blank to fill in, and TypeScript comes with it.
  'Apache-2.0': () => readFileSync(join(root, 'node_modules/typescript/LICENSE.txt'), 'utf8').trim(),
  MIT: ({ name, author }) => `MIT License

Copyright (c) ${author || `the authors of ${name}`}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
}
