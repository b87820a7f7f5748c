import { type Theme, themes } from '../../ui/theme'
import { framed } from '../route/route'

/** The address that shows in a frame what a hash shows as a page; without a theme it has the reader's own. */
export function embedAddress(hash: string, theme: Theme | null = null): string {
  return `#/embed${theme === null ? '' : `-${theme}`}${hash.replace(framed, '#').slice(1)}`
}

/** The theme that an address in a frame asks for. */
export function embedTheme(hash: string): Theme | null {
  const asked = framed.exec(hash)?.[1]
  return themes.find((theme) => theme === asked) ?? null
}
