// Of what is alike, a run tries a share that changes with the day; `npm test -- all` tries all of it.

/** Whether all is tried, in its long form. */
export const isAll = process.env.LAYERWISE_ALL === '1'

/** The number of the day whose share is tried: days since 1970, or `LAYERWISE_DAY`, which brings one back. */
export function day() {
  const number = Number(process.env.LAYERWISE_DAY || Math.floor(Date.now() / 86_400_000))
  if (Number.isInteger(number)) return number
  throw new Error(`LAYERWISE_DAY is the number of a day, not "${process.env.LAYERWISE_DAY}".`)
}

/**
 * Whether one of a list is tried today: one in `every`, each of them once in so many days.
 * @param {number} place @param {number} every
 */
export const isToday = (place, every) => isAll || (place + day()) % every === 0
