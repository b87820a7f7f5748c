import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, expect, it, vi } from 'vitest'
import { labReadouts } from './options'
import { framed, type LabModule } from './shared/frame'

vi.mock('../recorded/useRecorded', () => import('../recorded/recorded.fixture'))
// A lab that trains estimates how long it takes here.
vi.stubGlobal('navigator', { hardwareConcurrency: 4 })
afterAll(() => vi.unstubAllGlobals())

const modules = import.meta.glob<LabModule>('./*/*/*.lab.tsx')

/** Of labs whose readouts are choices of a setting: which one. */
const settings: Readonly<Record<string, string>> = { 'frozen-statistics': 'view', 'size-table': 'quantity' }

/** Of labs that would fetch what they show: what they compute without. */
const withoutFetching: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'feature-reuse': { weights: 'random' },
}

/** Show their readouts only with what their slides set, or once a network has been trained. */
const bySlides = ['error-by-images', 'learning-gradients']

const readouts = Object.entries(labReadouts)
  .filter(([lab]) => !bySlides.includes(lab))
  .flatMap(([lab, names]) => names.map((name) => [lab, name] as const))

it.each(readouts)('%s shows a question mark where its readout “%s” is hidden', async (lab, name) => {
  const path = Object.keys(modules).find((each) => each.endsWith(`/${lab}.lab.tsx`))!
  const Lab = framed(await modules[path]())
  const chosen = lab in settings ? { [settings[lab]]: name } : (withoutFetching[lab] ?? {})
  const shown = (hides: ReadonlySet<string>) =>
    renderToStaticMarkup(<Lab with={chosen} said={{}} onSay={() => {}} hides={hides} />)
  const waits = /hidden until you answer|waits for your answer/
  expect(shown(new Set([name]))).toMatch(waits)
  expect(shown(new Set())).not.toMatch(waits)
})
