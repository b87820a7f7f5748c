import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Breakable } from './Breakable'

const shown = (text: string) => renderToStaticMarkup(<Breakable text={text} />)

it('an id may break after each of its parts, and nothing of it is lost', () => {
  expect(shown('conv3_x/block1/add')).toBe('conv3_<wbr/>x/<wbr/>block1/<wbr/>add')
  expect(shown('features.0.weight')).toBe('features.<wbr/>0.<wbr/>weight')
  expect(shown('fc')).toBe('fc')
})

it('words around it stay as they are', () =>
  expect(shown('64 channels from p1/bn. Next')).toBe('64 channels from p1/<wbr/>bn. Next'))
