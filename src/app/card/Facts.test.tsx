import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { hiddenNumbers } from '../../nn/hidden'
import { Facts } from './Facts'

const graph = graphOf('googlenet')
const hidden = hiddenNumbers(graph, ['inception_4d'])

/** What the card says of a layer while the question waits, word by word. */
const said = (id: string) =>
  renderToStaticMarkup(<Facts node={graph.node(id)} isInput={false} hidden={hidden.get(id)} />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

it('of a hidden layer the card says no number', () =>
  expect(said('inception_4d/concat').replace(/parameters none/, '')).not.toMatch(/\d/))

it('of a layer that reads it the card says its own output, and neither what comes in nor what that would tell', () => {
  const text = said('inception_4e/p2/conv1')
  expect(text).toContain('? → 14×14×160')
  expect(text).toMatch(/parameters \? MACs \?/)
  expect(text).not.toContain('528')
})

it('of any other layer it says all', () => expect(said('inception_4c/concat')).toContain('14×14×512'))
