import { useStore } from '../state/store'

/** Shows one of the pictures: a network on its own, with everything closed or open. */
export function visit(network: string, open: boolean): void {
  useStore.setState({ beside: null })
  const { choose, openAll } = useStore.getState()
  choose(network)
  if (open) openAll(true)
}
