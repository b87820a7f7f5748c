import '@fontsource-variable/inter/wght.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/theme.css'
import '../ui/controls.css'
import { leaveComposingAlone } from '../ui/composing'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { followTheme } from '../ui/theme'
import { App, preloadCourse } from './App'
import { preloadDialogs } from './explorer/Header'
import { preloadDetails } from './inspector/Inspector'
import { followImage } from './image/pictures'
import { followChoices } from './run/session'
import { currentRoute, isCourse } from './route/route'
import { followAddress } from './route/sync'
import { preloadSearch } from './search/FindTool'
import { preloadTable } from './explorer/TablePanel'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

leaveComposingAlone()

// What the first screen shows is on its way while the page is built.
const slide = isCourse(currentRoute()) ? preloadCourse() : undefined
followTheme()
followAddress()
followChoices()

void render(root)

/** A slide is painted whole: what comes after a first, empty paint, React holds back for 300 ms. One that is long in coming is not waited for, and one that does not come says so where it would stand. */
async function render(page: HTMLElement): Promise<void> {
  if (slide) await Promise.race([slide.catch(() => {}), new Promise((late) => setTimeout(late, 700))])
  createRoot(page).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  )
}

// The graph is on screen before anything else is fetched.
requestAnimationFrame(() => setTimeout(followImage))
// Nobody opens a dialog in the first second, and on a slow machine each would delay what is read.
setTimeout(() => {
  preloadDetails()
  preloadDialogs()
  preloadTable()
  preloadSearch()
}, 1500)
