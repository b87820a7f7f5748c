import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, expect, it, vi } from 'vitest'
import { labReadouts } from './options'
import { framed, type LabModule } from './shared/frame'
import type { Given } from './shared/schema'

vi.mock('../recorded/useRecorded', () => import('../recorded/recorded.fixture'))
// A lab that trains estimates how long it takes here.
vi.stubGlobal('navigator', { hardwareConcurrency: 4 })
afterAll(() => vi.unstubAllGlobals())

const modules = import.meta.glob<LabModule>('./*/*/*.lab.tsx')

/** Of labs that show a readout only with some settings: which. */
const settings: Readonly<Record<string, (readout: string) => Given>> = {
  'size-table': (quantity) => ({ quantity }),
  'frozen-statistics': (view) => ({ view }),
  // What it computes without fetching anything.
  'feature-reuse': () => ({ weights: 'random' }),
  'layer-count': (where) => ({ where }),
  'head-switch': () => ({ head: 'flatten' }),
  'fold-norm': (view) => ({ view }),
  // The parameters of the row “conv 3×3/1”; the test of a row by the ratio of its two numbers.
  'table-one': (readout) =>
    readout === 'K' ? { cell: '2/8', checked: ['2/8'] } : { hunt: true, guessed: ['block 4c'] },
}

/** Show their readouts only with what their slides set, or once a network has been trained. */
const bySlides = ['error-by-images', 'learning-gradients']

const readouts = Object.entries(labReadouts)
  .filter(([lab]) => !bySlides.includes(lab))
  .flatMap(([lab, names]) => names.map((name) => [lab, name] as const))

it.each(readouts)('%s shows a question mark where its readout “%s” is hidden', async (lab, name) => {
  const path = Object.keys(modules).find((each) => each.endsWith(`/${lab}.lab.tsx`))!
  const Lab = framed(await modules[path]())
  const chosen = settings[lab]?.(name) ?? {}
  const shown = (hides: ReadonlySet<string>) =>
    renderToStaticMarkup(<Lab with={chosen} said={{}} onSay={() => {}} hides={hides} />)
  const waits = /hidden until you answer|waits for your answer/
  expect(shown(new Set([name]))).toMatch(waits)
  expect(shown(new Set())).not.toMatch(waits)
})
