import { models } from 'virtual:models'
import { useStore } from '../state/store'
import { inWords } from './models'

/** What stands behind the name of a network that is not as published: that it was changed, or how many classes it was trained on here. */
export function useChangeNote(): string | null {
  const { network, options, edits } = useStore()
  if (Object.keys({ ...options, ...edits }).length === 0) return null
  const model =
    Object.keys(edits).length === 0 &&
    models.find(
      (each) => each.network === network && JSON.stringify(each.options) === JSON.stringify(options),
    )
  return model ? `(${inWords(model.classes.length)} classes)` : '(changed)'
}
