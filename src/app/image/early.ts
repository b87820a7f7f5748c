let listening: AbortController | null = null
let came: File | null = null

/** From the first moment: a browser would leave the page for a file that nobody takes. What comes early is kept. */
export function catchEarlyDrops(): void {
  listening = new AbortController()
  const { signal } = listening
  const take = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    came = event.dataTransfer.files[0] ?? came
  }
  addEventListener('dragover', take, { signal })
  addEventListener('drop', take, { signal })
  addEventListener('paste', ({ clipboardData }) => void (came = clipboardData?.files[0] ?? came), { signal })
}

/** For who takes images from now on: the file that was dropped or pasted before, if any. */
export function earlyDrop(): File | null {
  listening?.abort()
  const file = came
  came = null
  return file
}
