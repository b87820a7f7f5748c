import { create } from 'zustand'
import type { inkColors } from './strokes'

export type Tool = 'pen' | 'highlighter' | 'laser'

interface Drawing {
  /** What the pointer does on the slide; null: what it does otherwise. */
  readonly tool: Tool | null
  readonly color: (typeof inkColors)[number]
}

/** What somebody at this window draws with. */
export const useTool = create<Drawing>(() => ({ tool: null, color: 'red' }))

/** Takes a tool, or puts it down where it is in the hand already. */
export function take(tool: Tool): void {
  useTool.setState((now) => ({ tool: now.tool === tool ? null : tool }))
}

export function putDown(): void {
  useTool.setState({ tool: null })
}
