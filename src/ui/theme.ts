import { keep, recall } from './storage'

export const themes = ['light', 'dark', 'projector'] as const

export type Theme = (typeof themes)[number]

const key = 'layerwise:theme'

/** The chosen theme, or what the system prefers. */
export function initialTheme(): Theme {
  const kept = recall(key)
  const chosen = themes.find((theme) => theme === kept)
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  keep(key, theme)
}
