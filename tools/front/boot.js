// The first script of the page, before anything is fetched: what the address asks for has its words on the screen in the
// chosen theme. Its parts are asked for when those are painted, beside the scripts that would ask for them later.
;(() => {
  const root = document.documentElement
  /** @type {(area: 'localStorage' | 'sessionStorage', key: string) => string | null} */
  const kept = (area, key) => {
    try {
      return window[area].getItem(key)
    } catch {
      return null
    }
  }
  if (!matchMedia('(forced-colors: active)').matches) {
    const theme = kept('localStorage', 'layerwise:theme') ?? ''
    const usual = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    root.dataset.theme = ['light', 'dark', 'projector'].includes(theme) ? theme : usual
  }
  const script = /** @type {HTMLScriptElement} */ (document.currentScript)
  /** @type {import('./openings.ts').Written} */
  const { files, front, parts, pages } = JSON.parse(script.previousElementSibling?.textContent ?? '')
  /** @type {(names: readonly string[], attributes: Partial<HTMLLinkElement>) => void} */
  const add = (names, attributes) => {
    for (const name of names)
      document.head.append(
        Object.assign(document.createElement('link'), { href: `./${name}`, ...attributes }),
      )
  }
  /** @type {(list: readonly number[] | undefined) => void} */
  const addParts = (list = []) => {
    const names = list.map((at) => `assets/${files[at]}`)
    const isSheet = (/** @type {string} */ name) => name.endsWith('.css')
    add(
      names.filter((name) => !isSheet(name)),
      { rel: 'modulepreload', crossOrigin: '' },
    )
    add(names.filter(isSheet), { rel: 'preload', as: 'style', crossOrigin: '' })
  }
  /** @type {(tag: string, className: string, ...within: (Node | string)[]) => HTMLElement} */
  const element = (tag, className, ...within) => {
    const made = Object.assign(document.createElement(tag), { className })
    made.append(...within)
    return made
  }
  const { hash } = location
  const isFront = ['', '#', '#/'].includes(hash)
  const [, kind = '', name, step, said] =
    /^#\/(course|lab|n)(?:\/([^/?]+))?(\/[^?]*)?(\?.*)?$/.exec(hash) ?? []
  const page = name === undefined ? undefined : pages[`${kind}/${name}`]
  const { steps = {} } = page ?? {}
  const at = (step ?? '/').slice(1)
  // A slide, or another place in a lesson, begins with words of its own.
  const isDeck = /[?&]deck(&|=|$)/.test(said ?? '')
  const own = at || (isDeck ? Object.keys(steps)[0] : '')
  const words = own ? (Object.hasOwn(steps, own) ? steps[own] : undefined) : page
  const isStill =
    page !== undefined && words !== undefined && (kind !== 'course' || said === undefined || isDeck)
  if (isFront) add(front.pictures, { rel: 'preload', as: 'image' })
  if (isStill) {
    const main = element('main', '', element('p', 'still-about', words.about))
    // With options it has others.
    if (words.counts !== undefined && said === undefined) main.prepend(element('p', 'soft', words.counts))
    // Slides have no line above them.
    if (isDeck) main.prepend(element('h1', '', words.title))
    else if (at) main.prepend(element('h2', '', words.title))
    const still = element('div', isDeck ? 'still-page still-slide' : 'still-page', main)
    if (!isDeck)
      still.prepend(
        element(
          'header',
          'page-header',
          element('strong', 'brand', 'Layerwise'),
          element('h1', '', page.title),
        ),
      )
    script.after(still)
  }
  if (isFront || isStill) root.dataset.still = isFront ? 'front' : 'page'
  // What is read comes before what works: scripts that are asked for earlier share the line with it.
  const painted = new Promise((/** @type {(_: void) => void} */ painted) => {
    if (!(isFront || isStill) || document.hidden) return painted()
    new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) painted()
    }).observe({ type: 'paint', buffered: true })
    addEventListener('DOMContentLoaded', () => setTimeout(painted, 300))
  })
  Object.assign(window, { layerwisePainted: painted })
  // A folder without a server gives none of these.
  if (location.protocol === 'file:') return
  void painted.then(() => {
    addParts(parts.all)
    addParts(isFront ? front.parts : parts[kind])
    addParts(page?.parts)
    // Whoever chose another image sees another stored answer.
    if (isFront && !kept('sessionStorage', 'layerwise:image'))
      add(front.looks, { rel: 'preload', as: 'fetch', crossOrigin: '' })
  })
})()
