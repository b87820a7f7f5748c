import { expect, it } from 'vitest'
import { type Bundle, partsOf } from './openings'

const chunk = (
  fileName: string,
  imports: readonly string[],
  sheets: readonly string[] = [],
  module = '',
) => ({
  type: 'chunk',
  fileName,
  imports,
  facadeModuleId: module,
  viteMetadata: { importedCss: new Set(sheets) },
})

it('what a page begins with is its file, all that it imports and their style sheets, but nothing that is there already', () => {
  const files = [
    chunk('assets/index-0.js', []),
    chunk(
      'assets/Page-1.js',
      ['assets/index-0.js', 'assets/part-2.js'],
      ['assets/Page-1.css'],
      '/a/Page.tsx',
    ),
    chunk('assets/part-2.js', ['assets/deep-3.js', 'assets/Page-1.js'], ['assets/part-2.css']),
    chunk('assets/deep-3.js', []),
    chunk('assets/other-4.js', ['assets/deep-3.js']),
  ]
  const bundle = Object.fromEntries(files.map((file) => [file.fileName, file])) as unknown as Bundle
  expect(partsOf(bundle, ['/Page.tsx'], ['assets/index-0.js'])).toEqual([
    'Page-1.js',
    'part-2.js',
    'deep-3.js',
    'Page-1.css',
    'part-2.css',
  ])
  expect(() => partsOf(bundle, ['/None.tsx'])).toThrow('The build has no file for /None.tsx.')
})
