import { useStore } from '../state/store'
import { baseOf, isChanged } from './base'
import { inWords } from './said'

/** What stands behind the name of a network that is not as published: that it was changed, or how many classes it was trained on here. */
export function useChangeNote(): string | null {
  const intent = useStore()
  if (isChanged(intent)) return '(changed)'
  const { model } = baseOf(intent.network, intent.options)
  return model && 'classes' in model.options ? `(${inWords(model.classes.length)} classes)` : null
}
