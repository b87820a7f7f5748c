import '@fontsource-variable/inter/wght.css'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/theme.css'
import '../ui/controls.css'
import { leaveComposingAlone } from '../ui/composing'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { followTheme } from '../ui/theme'
import { App, preloadExplorer, preloadPage } from './App'
import { recallOwn } from './given/own'
import { catchEarlyKeys } from './help/early'
import { catchEarlyDrops } from './image/early'
import { followImage } from './image/pictures'
import { followChoices } from './run/session'
import { currentRoute, isFramed } from './route/route'
import { followAddress } from './route/sync'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

/** Whether words of the page stand there already (`tools/front`). */
const isStill = document.documentElement.dataset.still !== undefined

leaveComposingAlone()
catchEarlyDrops()
if (/[?&]deck\b/.test(location.hash)) catchEarlyKeys()
followTheme()
// A task of its own, as all that is long here: on a slow machine what stands there can be scrolled in between.
setTimeout(() => {
  // What the first screen shows is on its way while the page is built.
  const first = preloadPage()
  // A network of the reader's own file is known when it has been read.
  const own = recallOwn(location.hash)
  if (own) void own.then(() => begin(root, first))
  else begin(root, first)
  // The first page shows what a network makes of its image; elsewhere the graph is on screen before anything else is fetched.
  if (currentRoute().page === 'landing') followImage()
  // The next slide in the lecturer's window shows its network and runs none.
  else if (!window.name.startsWith('layerwise next')) requestAnimationFrame(() => setTimeout(followImage))
})

function begin(page: HTMLElement, first: Promise<void>): void {
  followAddress()
  followChoices()
  void render(page, first)
}

/** A page is painted whole: what comes after a first, empty paint, React holds back for 300 ms. One that is long in coming is not waited for, or longer where something can be read meanwhile, and one that does not come says so where it would stand. */
async function render(page: HTMLElement, first: Promise<void>): Promise<void> {
  await Promise.race([first.catch(() => {}), new Promise((late) => setTimeout(late, isStill ? 5000 : 700))])
  // In pieces of some milliseconds.
  startTransition(() =>
    createRoot(page).render(
      <StrictMode>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </StrictMode>,
    ),
  )
  // Nobody opens a dialog in the first second, and on a slow machine each would delay what is read: it is painted first.
  requestAnimationFrame(() => setTimeout(fetchRest, 1200))
}

function fetchRest(): void {
  // A page around the frame has other things to fetch.
  if (isFramed()) return
  // What does not come now is told where it is wanted.
  void preloadExplorer().catch(() => {})
  // Read online where it does not come.
  void import('./offline/register').then(({ startKeeping }) => startKeeping()).catch(() => {})
}
