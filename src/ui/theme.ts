import { keep, recall } from './storage'

export const themes = ['light', 'dark', 'projector'] as const

export type Theme = (typeof themes)[number]

const key = 'layerwise:theme'

/** What the page is to have, whatever was chosen. */
let fixed: Theme | null = null

/** Gives the page a theme whatever was chosen; null: what was chosen. */
export function fixTheme(theme: Theme | null): void {
  fixed = theme
  applyTheme(initialTheme())
}

/** The chosen theme, or what the system prefers. */
export function initialTheme(): Theme {
  if (fixed) return fixed
  const kept = recall(key)
  const chosen = themes.find((theme) => theme === kept)
  return chosen ?? (matchMedia(dark).matches ? 'dark' : 'light')
}

/** Where the system forces its own colours, as Windows contrast themes do, what is drawn in ours has to stand out from its ground. */
const forced = '(forced-colors: active)'
const dark = '(prefers-color-scheme: dark)'

function applyTheme(theme: Theme): void {
  const suited = matchMedia(dark).matches ? 'dark' : theme === 'dark' ? 'light' : theme
  document.documentElement.dataset.theme = matchMedia(forced).matches ? suited : theme
}

/** Applies the chosen theme, and again when the system begins or ends to force colours, or forces others. */
export function followTheme(): void {
  const apply = () => applyTheme(initialTheme())
  apply()
  matchMedia(forced).addEventListener('change', apply)
  matchMedia(dark).addEventListener('change', () => matchMedia(forced).matches && apply())
  // Another window of the same site chose one.
  addEventListener('storage', (event) => event.key === key && apply())
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  keep(key, theme)
}

/** Calls back when the theme has changed, and with it colors and sizes of text. Returns the way out. */
export function onTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
