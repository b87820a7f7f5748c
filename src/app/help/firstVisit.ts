import { create } from 'zustand'
import { keep, recall } from '../../ui/storage'

const key = 'layerwise-hint'

/** Whether the page still explains itself: until its reader has said that it need not. */
export const useHint = create<{ readonly isShown: boolean }>(() => ({ isShown: recall(key) !== 'read' }))

export function dismissHint(): void {
  keep(key, 'read')
  useHint.setState({ isShown: false })
}
