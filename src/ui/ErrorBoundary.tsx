import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** What is shown: of something else it may well not break. */
  readonly about?: string
  /** What stands in place of a part that broke; without it the whole page says so. */
  readonly instead?: (error: Error, again: () => void) => ReactNode
}

/** The last resort: what broke stands on the page as a sentence, and reloading is one press away. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidMount() {
    if (!this.props.instead) addEventListener('hashchange', this.again)
  }

  override componentDidUpdate(before: Props) {
    if (this.state.error && before.about !== this.props.about) this.again()
  }

  override componentWillUnmount() {
    removeEventListener('hashchange', this.again)
  }

  /** Another address is another page, which need not break. */
  again = () => this.setState({ error: null })

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const { instead } = this.props
    if (instead) return instead(error, this.again)
    return (
      <main className="broken">
        <h1>Layerwise</h1>
        <p>
          The page ran into an error and stopped: <q>{error.message}</q>. Your choices are stored in the
          address, so reloading the page brings them back.
        </p>
        <p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            Load the page again
          </button>{' '}
          <a className="button" href="#/" onClick={() => setTimeout(() => location.reload())}>
            Start again
          </a>
        </p>
      </main>
    )
  }
}
