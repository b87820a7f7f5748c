// The first script of the page, before anything is fetched: where the first page is asked for, its words are shown in the
// chosen theme, and what it needs is on its way beside the scripts that would ask for it later.
;(() => {
  if (!['', '#', '#/'].includes(location.hash)) return
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
  root.dataset.front = ''
  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript)
  /** @type {(list: string | undefined, attributes: Partial<HTMLLinkElement>) => void} */
  const add = (list = '', attributes) => {
    for (const href of list.split(' ').filter(Boolean))
      document.head.append(Object.assign(document.createElement('link'), { href, ...attributes }))
  }
  add(dataset.styles, { rel: 'stylesheet', crossOrigin: '' })
  // A folder without a server gives none of these.
  if (location.protocol === 'file:') return
  add(dataset.pictures, { rel: 'preload', as: 'image' })
  add(dataset.modules, { rel: 'modulepreload', crossOrigin: '' })
  // Whoever chose another image sees another stored answer.
  if (!kept('sessionStorage', 'layerwise:image'))
    add(dataset.looks, { rel: 'preload', as: 'fetch', crossOrigin: '' })
})()
