import { listed } from '../../../ui/listed'
import { type Block, orderProblem, type Surgery } from './surgery'

export const tools = ['off', 'cut', 'swap', 'twice'] as const

/** What a press on a block does. */
export type Tool = (typeof tools)[number]

export const toolWords: Readonly<Record<Tool, string>> = {
  off: 'block off',
  cut: 'shortcut off',
  swap: 'swap with next',
  twice: 'run twice',
}

/**
 * The network after a press on a block, or undefined where the tool can do nothing there.
 * @param place in the order, from 0
 */
export function act(tool: Tool, place: number, now: Surgery, blocks: readonly Block[]): Surgery | undefined {
  const number = now.order[place]
  switch (tool) {
    case 'off':
      return { ...now, off: toggled(now.off, number), cut: without(now.cut, number) }
    case 'cut':
      return { ...now, cut: toggled(now.cut, number), off: without(now.off, number) }
    case 'swap': {
      const order = [...now.order]
      ;[order[place], order[place + 1]] = [order[place + 1], order[place]]
      return place + 1 < order.length && !orderProblem(blocks, order) ? { ...now, order } : undefined
    }
    case 'twice': {
      const first = now.order.indexOf(number)
      const isTwice = now.order.lastIndexOf(number) !== first
      const order = isTwice
        ? now.order.filter((each, i) => each !== number || i === first)
        : now.order.toSpliced(place + 1, 0, number)
      return orderProblem(blocks, order) ? undefined : { ...now, order }
    }
  }
}

/** A whole stage off, or on again where it is off already. */
export function actOnStage(stage: string, now: Surgery, blocks: readonly Block[]): Surgery {
  const own = blocks.filter((block) => block.stage === stage).map(({ number }) => number)
  const off = new Set(now.off)
  const isOff = own.every((number) => off.has(number))
  for (const number of own)
    if (isOff) off.delete(number)
    else off.add(number)
  return { ...now, off, cut: new Set([...now.cut].filter((number) => !off.has(number))) }
}

/** What was done, in words: `blocks 2 and 5 off`. */
export function inWords({ order, off, cut, scale }: Surgery, blocks: readonly Block[]): string {
  const done = [
    said([...off], 'off'),
    said([...cut], 'without shortcut'),
    order.length > blocks.length
      ? said([...new Set(order.filter((number, i) => order.indexOf(number) !== i))], 'twice')
      : '',
    [...new Set(order)].some((number, i) => blocks[i].number !== number) ? 'blocks in another order' : '',
    scale === 1 ? '' : `every branch × ${scale}`,
  ].filter(Boolean)
  return done.join(', ') || 'as trained'
}

function said(numbers: readonly number[], what: string): string {
  if (numbers.length === 0) return ''
  if (numbers.length > 4) return `${numbers.length} blocks ${what}`
  const sorted = [...numbers].sort((a, b) => a - b)
  const names = listed(sorted)
  return `${sorted.length === 1 ? 'block' : 'blocks'} ${names} ${what}`
}

function toggled(set: ReadonlySet<number>, number: number): ReadonlySet<number> {
  return set.has(number) ? without(set, number) : new Set([...set, number])
}

function without(set: ReadonlySet<number>, number: number): ReadonlySet<number> {
  return new Set([...set].filter((each) => each !== number))
}
