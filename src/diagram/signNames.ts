import type { Sign } from './scene'

/** What a sign of the legend means, in a few words. What it means in a sentence comes later (`signs.ts`). */
export const signNames: Readonly<Record<Sign, string>> = {
  arc: 'shortcut inside',
  wrap: 'continues in the next line',
  path: 'color = path',
  link: 'reads directly',
  strand: 'groups',
  torn: 'does not fit',
}
