import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { WorkStatus } from './WorkStatus'

/** What the live region holds. */
const saidAloud = (text: string, isMoving: boolean) =>
  /role="status">(.*)<\/span><\/p>/
    .exec(renderToStaticMarkup(<WorkStatus text={text} isMoving={isMoving} />))![1]
    .replace(/<.*?>/g, '')

it('says aloud that work begins and ends, and not the steps in between', () => {
  expect(saidAloud('200 steps.', false)).toBe('200 steps.')
  const steps = [1, 2, 3].map((step) => saidAloud(`Step ${step} of 200.`, true))
  expect(new Set(steps)).toEqual(new Set(['At work.']))
  expect(saidAloud('Done: 200 steps.', false)).toBe('Done: 200 steps.')
})
