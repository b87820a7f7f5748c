import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { labReadouts } from './options'
import { framed, type LabModule } from './shared/frame'

const modules = import.meta.glob<LabModule>('./*/*/*.lab.tsx')

/** What comes with the recorded runs is not there while a page is written. */
const recorded = ['rate-sweep', 'error-by-images', 'curves']

const readouts = Object.entries(labReadouts)
  .filter(([lab]) => !recorded.includes(lab))
  .flatMap(([lab, names]) => names.map((name) => [lab, name] as const))

it.each(readouts)('%s shows a question mark where its readout “%s” is hidden', async (lab, name) => {
  const path = Object.keys(modules).find((each) => each.endsWith(`/${lab}.lab.tsx`))!
  const Lab = framed(await modules[path]())
  const shown = (hides: ReadonlySet<string>) =>
    renderToStaticMarkup(<Lab with={{}} said={{}} onSay={() => {}} hides={hides} />)
  expect(shown(new Set([name]))).toContain('hidden until you answer')
  expect(shown(new Set())).not.toContain('hidden until you answer')
})
