import { presets } from '../architectures/index'
import { lessonPictures, type Pictured } from '../../content/course'
import { modules } from './course'
import type { LessonSource } from './description'

const isNetwork = (name: unknown): name is string => presets.some(({ id }) => id === name)

/** What stands for a lesson: what the course gives it, or else the first network that it shows, or that of its module. */
export function pictureOf({ id, module, steps }: Pick<LessonSource, 'id' | 'module' | 'steps'>): Pictured {
  const given = lessonPictures[id]
  if (given) return given
  for (const { network, expand = [], with: told } of steps) {
    const shown = network ?? [told?.network, told?.networks].flat().find(isNetwork)
    if (isNetwork(shown)) return { network: shown, open: expand }
  }
  return modules.find((each) => each.id === module)!.picture
}
