import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { closeFinder, finderField, openFinder } from './finder'
import { Finder } from './Finder'

it('its field has the focus as soon as it is there, so that no letter is lost between', async () => {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  const focused = new Promise<string | undefined>((done) => {
    new MutationObserver(() => {
      if (document.getElementById(finderField)) done(document.activeElement?.id)
    }).observe(place, { childList: true, subtree: true })
  })
  openFinder()
  root.render(<Finder graph={graphOf('lenet5')} />)
  expect(await focused).toBe(finderField)
  closeFinder()
  root.unmount()
  place.remove()
})
