/** What a reader is told whose browser keeps no image. */
export const unkept =
  'This browser keeps no images (a private window, or full storage): it is gone when the page is closed or reloaded.'
