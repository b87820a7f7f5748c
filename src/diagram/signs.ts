import { type Colouring, type Look, type Mark, markSigns } from './look'
import type { Box, Ribbon, Scene, Sign } from './scene'

/** What a sign of the legend means, in a sentence. */
export const signSentences: Readonly<Record<Sign, string>> = {
  arc: 'An arc over a closed box is a shortcut inside it, one for each block; open the box to see them as ribbons.',
  wrap: 'A dotted connection leads to the next line, where the same tensor continues.',
  path: 'Each path of a block has its own color, used for its ribbons, its layers, its stripe where paths are stacked and its number in the sum. Anything that is on no path is gray. The color does not tell you what a layer does; its label does.',
  link: 'Each thin line leads from one layer of a dense block to a later one that reads its output.',
  strand:
    'A ribbon that splits is a grouped convolution: each group of channels is computed only from its own part of the input.',
  torn: 'A torn red ribbon does not fit: the shapes that meet there are not the ones the layer needs.',
}

/** What an entry of the legend says, and what of a picture it names, which a press lights. */
export interface Entry {
  readonly words: string
  readonly names?: (part: Box | Ribbon, look: Look) => boolean
}

/** Of a sign: the ribbons that are drawn so; of paths, their layers and stacks, too. */
export function signEntry(sign: Sign): Entry {
  const isOnPath = (part: Box | Ribbon) =>
    part.path !== null || ('segments' in part && part.segments.some(({ path }) => path !== null))
  return {
    words: signSentences[sign],
    // Where a line breaks there is nothing but a thin dotted one to light.
    ...(sign !== 'wrap' && { names: sign === 'path' ? isOnPath : ({ kind }) => kind === sign }),
  }
}

/** What thickness means. */
export function sampleEntry(scale: 'linear' | 'sqrt', channels: number): Entry {
  const times = scale === 'linear' ? 'twice' : 'four times'
  return {
    words: `A ribbon this thick has ${channels} channels; with ${times} as many, it is twice as thick.`,
  }
}

export function amountEntry({ name, least, most }: Extract<Colouring, { by: 'amount' }>): Entry {
  return {
    words: `The stronger the color, the larger the value: ${name.toLowerCase()}, from ${least} to ${most}.`,
  }
}

type ByFamily = Extract<Colouring, { by: 'family' }>

/** Layers that do the same, and what they give. */
export function familyEntry(family: ByFamily['families'][number]): Entry {
  return {
    words: `Layers of this color and their outputs: ${family}.`,
    names: (part, { colouring }) =>
      colouring?.by === 'family' && colouring.of('from' in part ? part.from : part.id) === family,
  }
}

export function markEntry(mark: Mark): Entry {
  return { words: markSigns[mark].long, names: ({ id }, { marks }) => marks?.get(id) === mark }
}

const entries = new WeakMap<Element, Entry>()

/** An element that is reached becomes an entry of the legend. */
export function explain(element: Element, entry: Entry): void {
  entries.set(element, entry)
  element.setAttribute('type', 'button')
  element.setAttribute('data-tells', entry.words)
  element.setAttribute('aria-description', entry.words)
  if (entry.names && !element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', 'false')
}

/** How a look is changed while an entry is pressed; undefined where nothing of what it names is in the picture. */
export type Lights = (scene: Scene, look: Look) => Look | undefined

/** What entries do: with null it is taken back. */
export interface Answers {
  /** Shows a sentence beside one. */
  tell(words: string | null, beside: HTMLElement): void
  light(lights: Lights | null): void
}

let takeBack: ((event: KeyboardEvent) => void) | undefined

/** An entry tells more to those who point at it, reach it with the keyboard or tap it, and lights what it names until it is pressed again, or Escape is. */
export function answer({ type, target }: Event, { tell, light }: Answers): void {
  const element = (target as Element).closest<HTMLElement>('[data-tells]')
  const entry = element && entries.get(element)
  if (!entry) return
  const isLeft = type === 'pointerout' || type === 'focusout'
  tell(isLeft ? null : entry.words, element)
  if (type !== 'click' || !entry.names) return
  const { names } = entry
  const press = (isPressed: boolean) => {
    for (const other of element.parentElement!.querySelectorAll('[aria-pressed]'))
      other.setAttribute('aria-pressed', String(isPressed && other === element))
    light(isPressed ? lightsOf(element, names) : null)
    if (takeBack) removeEventListener('keydown', takeBack)
    takeBack = isPressed ? escape : undefined
    if (takeBack) addEventListener('keydown', takeBack)
  }
  const escape = ({ key }: KeyboardEvent) => {
    // The picture may have gone meanwhile.
    if (!element.isConnected) removeEventListener('keydown', escape)
    else if (key === 'Escape') press(false)
  }
  press(element.getAttribute('aria-pressed') !== 'true')
}

/** The colors of a picture may change meanwhile, which takes an entry out of the legend. */
function lightsOf(element: HTMLElement, names: NonNullable<Entry['names']>): Lights {
  return (scene, look) => {
    if (!element.isConnected || element.hidden) return undefined
    const lit = new Set(
      [...scene.boxes, ...scene.ribbons].filter((part) => names(part, look)).map(({ id }) => id),
    )
    return lit.size > 0 ? { ...look, lit } : undefined
  }
}
