import { Moon, Projector, Sun } from 'lucide-react'
import { useState } from 'react'
import { Segmented } from '../../ui/Segmented'
import { chooseTheme, initialTheme, type Theme } from '../../ui/theme'

/** Light, dark, or for the wall of a lecture hall. */
export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(initialTheme)
  return (
    <Segmented
      legend="Theme"
      value={theme}
      onChange={(next) => {
        setTheme(next)
        chooseTheme(next)
      }}
      choices={[
        { value: 'light', name: 'Light', label: <Sun aria-hidden size={18} /> },
        { value: 'dark', name: 'Dark', label: <Moon aria-hidden size={18} /> },
        { value: 'projector', name: 'Projector', label: <Projector aria-hidden size={18} /> },
      ]}
    />
  )
}
