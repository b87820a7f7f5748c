import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { labReadouts } from './options'
import { framed, type LabModule } from './shared/frame'

vi.mock('../recorded/useRecorded', () => import('../recorded/recorded.fixture'))

const modules = import.meta.glob<LabModule>('./*/*/*.lab.tsx')

/** Of labs whose readouts are choices of a setting: which one. */
const settings: Readonly<Record<string, string>> = { 'size-table': 'quantity' }

/** Show their readouts only with what their slides set, or once a network has been trained. */
const bySlides = ['error-by-images', 'learning-gradients']

const readouts = Object.entries(labReadouts)
  .filter(([lab]) => !bySlides.includes(lab))
  .flatMap(([lab, names]) => names.map((name) => [lab, name] as const))

it.each(readouts)('%s shows a question mark where its readout “%s” is hidden', async (lab, name) => {
  const path = Object.keys(modules).find((each) => each.endsWith(`/${lab}.lab.tsx`))!
  const Lab = framed(await modules[path]())
  const chosen = lab in settings ? { [settings[lab]]: name } : {}
  const shown = (hides: ReadonlySet<string>) =>
    renderToStaticMarkup(<Lab with={chosen} said={{}} onSay={() => {}} hides={hides} />)
  const waits = /hidden until you answer|waits for your answer/
  expect(shown(new Set([name]))).toMatch(waits)
  expect(shown(new Set())).not.toMatch(waits)
})
