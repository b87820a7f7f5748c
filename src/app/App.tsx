import type { ReactNode } from 'react'
import { elsewhere, loadable } from '../ui/loadable'
import { Part } from '../ui/Part'
import './page/app.css'
import { useStore } from './state/store'
import { showpiece } from './trained/showpiece'
import { preloadLook } from './trained/useFirstLook'
import { currentRoute, isCourse, isExplorer, isFramed, type Route, useRoute } from './route/route'
// The headers of all pages, and what stands around a picture in the explorer, on slides and in labs.
import './explorer/header.css'
import './toolbar/toolbar.css'
import './run/run-bar.css'
import './inspector/inspector.css'
// After every sheet that it shortens.
import './page/low.css'

const loadCourse = async () => {
  // Its larger half first, and by itself: between two goes a slow machine answers.
  await import('./explorer/Stage')
  await new Promise((next) => setTimeout(next))
  return import('./course/Course')
}
const course = elsewhere(() => loadCourse().then((m) => m.Course))
const loadExplorer = () => import('./explorer/NetworkPage')
const explorer = elsewhere(() => loadExplorer().then((m) => m.NetworkPage))
const landing = elsewhere(() => import('./landing/Landing').then((m) => m.Landing))
const others = () => import('./page/otherPages')
const embed = elsewhere(() => others().then((m) => m.embed()))
const gallery = elsewhere(() => others().then((m) => m.gallery()))
const handout = elsewhere(() => others().then((m) => m.handout()))
const lab = elsewhere(() => others().then((m) => m.lab()))
const measured = elsewhere(() => others().then((m) => m.measured()))
const offline = elsewhere(() => others().then((m) => m.offline()))
const presenter = elsewhere(() => others().then((m) => m.presenter()))

// What is dropped before it is there, `image/early` keeps.
const beside = loadable(() => import('./page/Beside').then((m) => m.Beside))

/** Fetches what the address names: the first page, a network, or the course with its slide. */
export async function preloadPage(): Promise<void> {
  const route = currentRoute()
  if (isFramed()) return embed.load()
  if (route.page === 'landing') {
    preloadLook(showpiece.model, useStore.getState().image)
    return landing.load()
  }
  if (isExplorer(route)) return explorer.load()
  if (!isCourse(route)) return
  await course.load()
  await (
    await loadCourse()
  ).firstIsReady
}

/** Fetches the explorer and what opens in it, so that both are there at once, also offline. */
export async function preloadExplorer(): Promise<void> {
  await explorer.load()
  ;(await loadExplorer()).preloadParts()
}

/** What the address names, and on every page a place for an image to be dropped: a browser would leave the page for it. */
export function App() {
  const route = useRoute()
  return (
    <>
      <Page route={route} />
      <Part key={placeOf(route)} name="Image support" of={beside} with={{}} />
    </>
  )
}

/** The page without what is chosen on it. */
function placeOf(route: Route): string {
  if (route.page === 'network') return `network ${route.network}`
  return route.page === 'lesson' ? `lesson ${route.lesson} ${route.step}` : route.page
}

/** The first page, the course, the recorded runs, a lab, one network, or all of them as pictures. */
function Page({ route }: { readonly route: Route }) {
  const frame = { waiting: <main aria-busy />, around: aPage }
  if (isFramed()) return <Part key="embed" name="This page" of={embed} with={{ route }} {...frame} />
  // A page that did not come says so in its own name, and another page is another part.
  if (isCourse(route))
    return (
      <Part key="course" name="The course" of={course} with={{ route }} about={location.hash} {...frame} />
    )
  if (isExplorer(route)) return <Part key="explorer" name="The explorer" of={explorer} with={{}} {...frame} />
  switch (route.page) {
    case 'measured':
      return <Part key="measured" name="This page" of={measured} with={{}} {...frame} />
    case 'handout':
      return <Part key="handout" name="This page" of={handout} with={{ route }} {...frame} />
    case 'offline':
      return <Part key="offline" name="This page" of={offline} with={{}} {...frame} />
    case 'presenter':
      return <Part key="presenter" name="The presenter window" of={presenter} with={{ route }} {...frame} />
    case 'lab':
      return <Part key="lab" name="This page" of={lab} with={{ route }} {...frame} />
    case 'gallery':
      return <Part key="gallery" name="The gallery" of={gallery} with={{ states: route.state }} {...frame} />
    default:
      return <Part key="landing" name="This page" of={landing} with={{}} {...frame} />
  }
}

/** A page that did not come leaves the way to the first one. */
function aPage(problem: ReactNode) {
  return (
    <main className="broken">
      <h1>Layerwise</h1>
      {problem}
      <p>
        <a className="button" href="#/">
          Go to the home page
        </a>
      </p>
    </main>
  )
}
