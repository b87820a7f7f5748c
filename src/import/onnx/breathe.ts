/** The page draws this often while a file is read, in milliseconds. */
const slice = 12

let last = 0

/** Lets the page go on between two steps of reading, where the last time is long ago. */
export function breathe(): Promise<void> | void {
  if (performance.now() - last < slice) return
  return new Promise((resolve) =>
    setTimeout(() => {
      last = performance.now()
      resolve()
    }),
  )
}
