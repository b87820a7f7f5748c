/** A device that is touched and has neither mouse nor, as a rule, a keyboard; `.for-keys` and `kbd` in controls.css are for the others. */
const isTouched = globalThis.matchMedia?.('(hover: none) and (pointer: coarse)').matches

/** How one presses something here. */
export const click = isTouched ? 'tap' : 'click'
export const Click = isTouched ? 'Tap' : 'Click'
