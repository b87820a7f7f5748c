import { ThemeChoice } from '../page/ThemeChoice'
import { writeRoute } from '../route/route'
import { explorerHash } from '../route/url'
import './landing.css'

/** The first page: what this is, and two doors. */
export function Landing() {
  return (
    <div className="landing">
      <header className="page-header">
        <span className="landing-brand">Layerwise</span>
        <span className="header-gap" />
        <ThemeChoice />
      </header>
      <main>
        <h1>See how a network sees.</h1>
        <p className="landing-doors">
          <a className="button primary" href={writeRoute({ page: 'home' })}>
            Take the course
          </a>
          <a className="button" href={explorerHash()}>
            Explore a network
          </a>
        </p>
      </main>
    </div>
  )
}
