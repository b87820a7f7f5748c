import { ExternalLink } from 'lucide-react'
import { type MouseEvent as Press, type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { Within } from '../../diagram/within'
import { isClosedOff } from '../../runtime/closedOff'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { fixTheme } from '../../ui/theme'
import { linkTo } from '../mirror/link'
import { type Route, writeRoute } from '../route/route'
import { writeHash } from '../route/url'
import { useStore } from '../state/store'
import { embedTheme } from './address'
import './embed.css'

const network = loadable(() => import('./EmbedNetwork').then((m) => m.EmbedNetwork))
const slide = loadable(() => import('./EmbedSlide').then((m) => m.EmbedSlide))
const lab = loadable(() => import('./EmbedLab').then((m) => m.EmbedLab))

/** In a frame of another page: a network, a lab, a figure or a slide, and nothing around it but a link to where all the rest is. */
export function EmbedPage({ route }: { readonly route: Route }) {
  const { hash } = location
  useLayoutEffect(() => fixTheme(embedTheme(hash)), [hash])
  // Other pages open beside the page around the frame, not in it.
  useEffect(() => {
    const leave = ({ target }: MouseEvent) => {
      const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]')
      if (link && link.target === '' && !link.download) link.target = '_blank'
    }
    addEventListener('click', leave, { capture: true })
    return () => removeEventListener('click', leave, { capture: true })
  }, [])
  return (
    <div className="embed">
      <Within value={true}>{shown(route)}</Within>
      <Foot route={route} />
    </div>
  )
}

function shown(route: Route): ReactNode {
  const frame = { waiting: <main aria-busy /> }
  switch (route.page) {
    case 'network':
      return <Part name="This network" of={network} with={{}} {...frame} />
    case 'lab':
      return <Part name="This figure" of={lab} with={{ lab: route.lab, said: route.said }} {...frame} />
    case 'lesson':
      return <Part name="This slide" of={slide} with={{ place: route }} {...frame} />
    default:
      return (
        <main className="embed-none">
          <p>A network, a lab, a figure or a slide can be shown in a frame; this page cannot.</p>
        </main>
      )
  }
}

/** The address that shows the same as a page, with everything that was done in the frame. */
function pageOf(route: Route): string {
  const base = location.href.split('#')[0]
  if (route.page === 'network') return base + writeHash(useStore.getState())
  return route.page === 'lesson' && route.step !== null ? linkTo(route, route.step) : base + writeRoute(route)
}

function Foot({ route }: { readonly route: Route }) {
  const [href, setHref] = useState(() => location.href.split('#')[0] + writeRoute(route))
  const now = () => setHref(pageOf(route))
  const [isHeld, setHeld] = useState(false)
  // A frame without `allow-popups` opens nothing, and says so to nobody.
  const open = (event: Press) => {
    if (!isClosedOff) return
    event.preventDefault()
    const page = window.open(href, '_blank')
    if (page) page.opener = null
    setHeld(page === null)
  }
  return (
    <footer className="embed-foot small-text">
      {isClosedOff && !isHeld && (
        <span className="soft">
          This frame is sandboxed: nothing is kept when it is closed, and links may not open.
        </span>
      )}
      {isHeld && (
        <label className="embed-address" role="status">
          This frame is not allowed to open pages. Here is the address to copy:{' '}
          <input className="input small" readOnly value={href} onFocus={({ target }) => target.select()} />
        </label>
      )}
      <a
        href={href}
        target="_blank"
        rel="noopener"
        onPointerEnter={now}
        onPointerDown={now}
        onFocus={now}
        onKeyDown={now}
        onClick={open}
      >
        Open in Layerwise <ExternalLink aria-hidden size={12} />
      </a>
    </footer>
  )
}
