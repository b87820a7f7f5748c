import { useEffect, useState } from 'react'
import { textFields } from '../../ui/keyboard'
import { Notice } from '../../ui/Notice'
import { currentRoute, isExplorer } from '../route/route'
import { showAddress } from './address'
import { earlyDrop } from './early'
import { usePictures } from './pictures'
import { takeFiles } from './take'
import { unkept } from './unkept'

/** How long something stands that the picture says, too, in milliseconds. */
const brief = 6000

/** An image may be dropped or pasted anywhere, at any time: what looks at images takes it, on this page or on the next. */
export function DropTarget() {
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  /** The picture says the same: a word of it is enough for a while. */
  const [isBrief, setBrief] = useState(false)
  useEffect(() => {
    if (said === null || !isBrief) return
    const timer = setTimeout(() => setSaid(null), brief)
    return () => clearTimeout(timer)
  }, [said, isBrief])
  useEffect(() => {
    // Children fire their own enter and leave events; the page is left when as many have ended as began.
    let depth = 0
    /** What is dragged is a link or a text of this page. */
    let isOurs = false
    const carries = (event: DragEvent) =>
      !isOurs &&
      (event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false)
    const start = (event: DragEvent) => {
      isOurs = !(event.target instanceof HTMLImageElement)
    }
    const end = () => {
      isOurs = false
    }
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
    const take = async (show: () => Promise<boolean>) => {
      const isShown = await show()
      const { picture, problem, isUnkept, lookers, choosing } = usePictures.getState()
      setBrief(isShown && lookers > 0 && !isUnkept)
      if (!isShown) {
        // Above a graph, the problem is told by the notices; on other pages these may be out of sight.
        if (lookers > 0 && isExplorer(currentRoute())) return
        setSaid(problem)
        if (!choosing) usePictures.setState({ problem: null })
        return
      }
      const kept = isUnkept ? ` ${unkept}` : ''
      if (lookers === 0)
        setSaid(
          `Nothing on this page uses an image. The networks in the lessons and the explorer will look at ${picture?.name}.${kept}`,
        )
      // The explorer names its image above the graph.
      else if (isUnkept || currentRoute().page === 'lesson')
        setSaid(`The network here now looks at ${picture?.name}.${kept}`)
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!carries(event)) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      const address = event.dataTransfer
        ?.getData('text/uri-list')
        .split(/\r?\n/)
        .find((line) => line !== '' && !line.startsWith('#'))
      if (files.length > 0) void takeFiles(files, take)
      else if (address) void take(() => showAddress(address))
    }
    const paste = (event: ClipboardEvent) => {
      const { clipboardData, target } = event
      const file = clipboardData?.files[0]
      // Cells of a spreadsheet come as text and as a picture of them: a field takes the text.
      const isText =
        target instanceof Element && target.matches(textFields) && clipboardData?.types.includes('text/plain')
      if (!file || isText) return
      event.preventDefault()
      void takeFiles([file], take, file.name || 'Pasted image')
    }
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('dragstart', start, { signal })
    addEventListener('dragend', end, { signal })
    addEventListener('dragenter', enter, { signal })
    addEventListener('dragleave', leave, { signal })
    addEventListener('dragover', move, { signal })
    addEventListener('drop', drop, { signal })
    addEventListener('paste', paste, { signal })
    const early = earlyDrop()
    if (early) void takeFiles([early], take)
    return () => listening.abort()
  }, [])
  return (
    <>
      {over && (
        <div className="drop-veil">
          Drop an image for the networks to look at, or a model file to open its network
        </div>
      )}
      <div className="drop-said" role="status">
        {said !== null && <Notice onDismiss={() => setSaid(null)}>{said}</Notice>}
      </div>
    </>
  )
}
