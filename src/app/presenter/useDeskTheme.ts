import { useEffect, useState } from 'react'
import { keep, recall } from '../../ui/storage'
import { onTheme } from '../../ui/theme'

const stored = 'layerwise:desk-theme'

/** Whether the lecturer's window is dark: it stands in a dark room, whatever the theme of the slides on the wall. */
export function useDeskTheme(): readonly [boolean, (isDark: boolean) => void] {
  const [isDark, setDark] = useState(
    () => (recall(stored) ?? document.documentElement.dataset.theme) === 'dark',
  )
  useEffect(() => {
    const theme = isDark ? 'dark' : 'light'
    const apply = () => {
      // Forced colors are the system's.
      if (matchMedia('(forced-colors: active)').matches) return
      const { dataset } = document.documentElement
      if (dataset.theme !== theme) dataset.theme = theme
    }
    apply()
    return onTheme(apply)
  }, [isDark])
  return [
    isDark,
    (next) => {
      setDark(next)
      keep(stored, next ? 'dark' : 'light')
    },
  ]
}
