import { isToday } from '../tools/day.mjs'

/**
 * Of a family of like things that one journey walks, those of today: one in `every`, and of a smaller family one. Where
 * two families are walked crosswise, their numbers share no factor, or some pairs never meet.
 */
export function today<T>(family: readonly T[], every = 3): readonly T[] {
  return family.filter((_, i) => isToday(i, Math.min(every, family.length)))
}
