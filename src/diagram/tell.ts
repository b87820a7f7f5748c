import { createTip } from '../ui/tip'
import type { Shown, Tip } from '../ui/tipWhenShown'
import { boxWords, ribbonWords, shapeWords } from './explain'
import { boundsOf, targetOf } from './items'
import type { Look } from './look'
import type { Box, Label, Rect, Ribbon, Scene } from './scene'

/** What is pointed at: a box, a ribbon with how far it reaches from a place on it, or a place with its words. */
export interface Target {
  readonly box?: Box
  readonly ribbon?: Ribbon
  readonly shape?: Label
  readonly words?: string
  readonly about?: Rect
  readonly point?: Shown['point']
  readonly isOver?: Shown['isOver']
}

/** The same in the picture that it is seen in. */
export interface Pointed extends Target {
  readonly scene: Scene | null
  readonly look: Look
  readonly at?: Shown['at']
}

/** Tells what only a color, a form or a sign says, beside what has it. */
export function createTell(root: HTMLElement): Tip<Pointed> {
  const tip = createTip(root)
  return {
    ...tip,
    show({ box, ribbon, shape, scene, look, at, point, isOver, ...given }) {
      const {
        words = shape ? shapeWords(shape) : scene && wordsOf(box, ribbon, scene, look),
        about = box && boundsOf(box, scene!),
      } = given
      if (!words || !about) return tip.hide()
      // Of an open group its name is read.
      const others = at
        ? [...scene!.boxes.map(targetOf), ...scene!.labels.map(({ room }) => room), ...scene!.tensors]
        : []
      tip.show({ words, about, point, others, at, isOver })
    },
  }
}

function wordsOf(box: Box | undefined, ribbon: Ribbon | undefined, scene: Scene, look: Look): string {
  const { colouring } = look
  const id = box?.id ?? ribbon?.from
  const amount = id !== undefined && colouring?.by === 'amount' ? colouring.says?.(id) : undefined
  const meaning = box ? boxWords(box, scene, look) : ribbon && ribbonWords(ribbon, scene)
  return [amount, meaning].filter((each) => each !== undefined).join('; ')
}
