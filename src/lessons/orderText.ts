import type { Planned } from '../../content/orders'

/** An order that somebody made: its title, and each slide with the minutes that it is planned to stand. */
export interface OwnOrder {
  readonly title: string
  readonly slides: readonly Planned[]
}

/** Minutes that one slide may be planned to stand. */
export const mostMinutes = 240

/** A title is cut after so many characters. */
export const longestTitle = 80

/** Whether a number is one of minutes. */
export const isMinutes = (value: number) => Number.isFinite(value) && value >= 0 && value <= mostMinutes

/** As it stands in addresses: `Monday=shapes/to-scale:1.5,imagenet-race/top-five:1:skip`. */
export function writeOrder({ title, slides }: OwnOrder): string {
  const list = slides.map(({ slide, minutes, skip }) => [slide, minutes, ...(skip ? ['skip'] : [])].join(':'))
  return `${titled(title) && `${titled(title)}=`}${list.join(',')}`
}

/** A title as an order keeps it: on one line, and no longer than it may be. */
export function titled(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, longestTitle).trim()
}

/** A slide or a lesson that an address names, and what it says of it. */
export interface Listed {
  readonly name: string
  readonly minutes?: number
  readonly skip?: true
}

/** Reads what `writeOrder` writes, and names alone: `shapes/to-scale,parameters`. What is odd is left out and comes back as a sentence. */
export function readList(text: string): {
  readonly title: string
  readonly list: readonly Listed[]
  readonly problems: readonly string[]
} {
  const cut = text.lastIndexOf('=')
  const problems: string[] = []
  const list = text
    .slice(cut + 1)
    .split(',')
    .filter(Boolean)
    .map((entry): Listed => {
      const [name, minutes, skip, ...rest] = entry.split(':')
      const isGiven = minutes !== undefined && minutes !== ''
      const isRight = isGiven && isMinutes(Number(minutes))
      if (isGiven && !isRight)
        problems.push(
          `“${minutes}” cannot be the minutes for “${name}”: they have to be from 0 to ${mostMinutes}.`,
        )
      if ((skip !== undefined && skip !== 'skip') || rest.length > 0)
        problems.push(`In “${entry}” only “skip” may follow the minutes.`)
      return {
        name,
        ...(isRight && { minutes: Number(minutes) }),
        ...(skip === 'skip' && { skip: true }),
      }
    })
  return { title: titled(text.slice(0, Math.max(0, cut))), list, problems }
}
