/**
 * Keeps keys that belong to an input method from the page: Enter that confirms a candidate submits nothing, Escape that
 * drops it closes nothing, an arrow that chooses one moves nothing. Called before anything else listens to keys.
 */
export function leaveComposingAlone(target: Window = window): void {
  target.addEventListener(
    'keydown',
    (event) => {
      // Safari tells the end of a composition before the key that ends it, which has this code then.
      if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}
