import { type Command, pageKeys } from './keys'

/** Some keys, any of which does the same, in words for a reader. */
interface Said {
  readonly keys: readonly string[]
  readonly does: string
}

/** What each command does. Apart from its keys: handlers are there from the beginning, these words once they are asked for. */
const does: Readonly<Record<Command, string>> = {
  search: 'Search layers and networks',
  help: 'List the keys',
  fit: 'Show the whole graph',
  zoomToSelection: 'Zoom to what is selected',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  trace: 'Trace what the selection needs and feeds, or stop',
  film: 'Send the image through, step by step; pause and resume',
  openAll: 'Open all groups',
  closeAll: 'Close all groups',
  image: 'Your own image, or the page’s again',
  slide: 'Back to the slide’s picture, in a lesson',
  undo: 'Undo the last change',
  redo: 'Redo the change',
}

/** Keys of the page with what they do: unless said, all of them. */
export function saidKeys(commands = Object.keys(pageKeys) as readonly Command[]): readonly Said[] {
  return commands.map((command) => ({ keys: pageKeys[command].keys, does: does[command] }))
}

/** The keys that the graph understands while it has the focus. They cannot be switched off: none is a character. */
export const graphKeys: readonly Said[] = [
  {
    keys: ['ArrowLeft', 'ArrowRight'],
    does: 'Follow the edges, or move between paths where the graph flows down',
  },
  {
    keys: ['ArrowUp', 'ArrowDown'],
    does: 'To the neighboring path, or along the edges where the graph flows down',
  },
  { keys: ['Home'], does: 'To the input' },
  { keys: ['End'], does: 'To the output' },
  { keys: ['Enter', ' '], does: 'Open a group, or select a layer' },
  { keys: ['Escape'], does: 'End a trace; otherwise, close the surrounding group' },
]
