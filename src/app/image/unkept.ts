/** What a reader is told whose browser keeps no image. */
export const unkept =
  'This browser cannot keep the image (the window is private, or storage is full), so it is gone once the page is closed or reloaded.'
