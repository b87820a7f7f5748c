import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ChoiceQuestion } from './ChoiceQuestion'
import { orderOf } from './random'

const options = ['first', 'second', 'third', 'fourth'].map((text, i) => ({ text, right: i === 1, why: text }))

it('the answers of a question stand in the order that its name decides, not as they were written', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'].map((name) => `lesson/slide#${name}`)
  const shown = ids.map((id) =>
    [
      ...renderToStaticMarkup(<ChoiceQuestion id={id} ask="Which?" options={options} />).matchAll(
        /<span>(first|second|third|fourth)<\/span>/g,
      ),
    ].map(([, text]) => text),
  )
  expect(shown).toEqual(ids.map((id) => orderOf(4, id).map((i) => options[i].text)))
  expect(shown.filter((texts) => texts.join() === 'first,second,third,fourth').length).toBeLessThan(3)
})
