import type { Options } from '../../architectures/family'
import { useStore } from '../state/store'
import { changedOptions } from '../trained/base'

/** Shows two networks: the first with these options, the other with what is nearest to them (`graphBeside`). */
export function compareBoth(network: string, beside: string, options: Options = {}): void {
  const before = useStore.getState()
  const isOther = network !== before.network || changedOptions(before.options, options).length > 0
  if (isOther || Object.keys(before.edits).length > 0) {
    before.choose(network)
    useStore.setState({ options })
  }
  before.compareWith(beside)
}
