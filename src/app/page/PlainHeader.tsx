import { ArrowLeft } from 'lucide-react'
import { writeHash } from '../route/url'
import { useStore } from '../state/store'
import { Brand } from './Brand'
import { ThemeChoice } from './ThemeChoice'

/** Above a page of text: the way back to the network, and the theme. */
export function PlainHeader() {
  return (
    <header className="page-header">
      <h1>
        <Brand />
      </h1>
      <a className="button" href={writeHash(useStore.getState())}>
        <ArrowLeft aria-hidden size={16} /> Back
      </a>
      <span className="header-gap" />
      <ThemeChoice />
    </header>
  )
}
