import { useEffect, useState } from 'react'
import { showAddress, showFile } from './pictures'

/** An image may be dropped or pasted anywhere, at any time. */
export function DropTarget() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Children fire their own enter and leave events; the page is left when as many have ended as began.
    let depth = 0
    const carries = (event: DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false
    const enter = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carries(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const move = (event: DragEvent) => {
      if (carries(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!carries(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      const address = event.dataTransfer?.getData('text/uri-list')
      if (file) void showFile(file, file.name)
      else if (address) void showAddress(address)
    }
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0]
      if (!file) return
      event.preventDefault()
      void showFile(file, file.name || 'Pasted image')
    }
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', move)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', move)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  }, [])
  return over ? <div className="drop-veil">Drop the image: the network will look at it</div> : null
}
