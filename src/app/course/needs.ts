import type { Module } from '../../../content/course'
import { modules } from '../../lessons/course'
import { listed } from '../../ui/listed'

/** What a module builds on: `after modules 1, 3 and 4`; undefined where it builds on none. */
export function needsOf({ needs }: Module): string | undefined {
  const places = needs.map((need) => modules.findIndex(({ id }) => id === need))
  if (places.length === 0) return undefined
  return `after ${places.length === 1 ? 'module' : 'modules'} ${listed(places)}`
}
