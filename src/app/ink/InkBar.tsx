import { Highlighter, Pen, Pointer, Trash2, Undo2, X } from 'lucide-react'
import { useEffect } from 'react'
import { Segmented } from '../../ui/Segmented'
import { inkColors, setInk, undoStroke, useInkOn, useUnkeptInk } from './strokes'
import { putDown, take, type Tool, useTool } from './tool'

const tools: readonly { readonly value: Tool; readonly name: string; readonly label: React.ReactNode }[] = [
  { value: 'pen', name: 'Pen (s)', label: <Pen aria-hidden size={18} /> },
  { value: 'highlighter', name: 'Highlighter (h)', label: <Highlighter aria-hidden size={18} /> },
  { value: 'laser', name: 'Laser (l)', label: <Pointer aria-hidden size={18} /> },
]

/** What one draws with, while a tool is in the hand. Escape puts it down, Ctrl+Z takes the last stroke back. */
export function InkBar({ slide }: { readonly slide: string }) {
  const { tool, color } = useTool()
  const isEmpty = useInkOn(slide).length === 0
  const isUnkept = useUnkeptInk()
  const isOut = tool !== null
  useEffect(() => {
    if (!isOut) return
    const press = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key === 'z'
      if (!isUndo && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      if (isUndo) undoStroke(slide)
      else putDown()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [isOut, slide])
  if (tool === null) return null
  return (
    <div className="ink-bar" role="toolbar" aria-label="Drawing" data-escapes>
      <Segmented
        legend="Tool"
        value={tool}
        onChange={(next) => next !== tool && take(next)}
        choices={tools}
      />
      {tool !== 'laser' && (
        <Segmented
          legend="Color"
          value={color}
          onChange={(next) => useTool.setState({ color: next })}
          choices={inkColors.map((value) => ({
            value,
            name: value,
            label: <span className="ink-color" data-color={value} />,
          }))}
        />
      )}
      <button
        type="button"
        className="button icon"
        aria-label="Undo the last stroke (Ctrl+Z)"
        disabled={isEmpty}
        onClick={() => undoStroke(slide)}
      >
        <Undo2 aria-hidden size={18} />
      </button>
      <button
        type="button"
        className="button icon"
        aria-label="Clear all strokes from the slide"
        disabled={isEmpty}
        onClick={() => setInk(slide, [])}
      >
        <Trash2 aria-hidden size={18} />
      </button>
      <button type="button" className="button icon" aria-label="Stop drawing (Esc)" onClick={putDown}>
        <X aria-hidden size={18} />
      </button>
      <p className="ink-unkept" role="status">
        {isUnkept &&
          'This browser cannot keep any more strokes (the window is private, or storage is full), so they are gone once the page is reloaded.'}
      </p>
    </div>
  )
}
