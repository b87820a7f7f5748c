/** What a component hears of a press and of the click that ends it. */
export interface PressedBy {
  readonly press: (event: { readonly pointerType: string }) => void
  /** What the click that is heard was made with, such as `touch`; undefined where nothing was pressed. */
  readonly clicked: () => string | undefined
}

/**
 * Tells at a click what pressed. The click itself cannot be asked: before Safari 18.2 it has no `pointerType`, and up to
 * 18.3 a finger's says `mouse`.
 */
export function pressedBy(): PressedBy {
  let by: string | undefined
  return {
    press({ pointerType }) {
      by = pointerType
    },
    clicked() {
      const last = by
      by = undefined
      return last
    },
  }
}
