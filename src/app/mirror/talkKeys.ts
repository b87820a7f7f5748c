import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLetterKeys } from '../help/keys'
import { keyOf, textFields } from '../../ui/keyboard'

/** The keys of a talk besides those that turn slides, by command: handlers and the list of keys read them here. */
export const talkKeys = {
  presenter: { keys: ['p'], does: 'Presenter window: notes, next slide, clock' },
  pen: { keys: ['s'], does: 'Start or stop drawing on the slide' },
  highlighter: { keys: ['h'], does: 'Highlighter' },
  laser: { keys: ['l'], does: 'Laser pointer' },
  vote: { keys: ['v'], does: 'Ask the room' },
} as const satisfies Record<string, { readonly keys: readonly string[]; readonly does: string }>

export type TalkCommand = keyof typeof talkKeys

/** Does what a key asks for, once the tools of the talk have come. */
let obey: ((command: TalkCommand) => void) | null = null

/** Pressed before that. */
const waiting: TalkCommand[] = []

/** Listens to the keys of a talk as long as a slide is shown, before the figure hears of them. What is pressed before the tools have come waits for them. */
export function useTalkKeys(): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      // While the room is asked, letters are its votes; `v` ends that.
      const { target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || !useLetterKeys.getState().areOn) return
      if (target instanceof Element && target.closest(`${textFields}, dialog, .dialog`)) return
      const key = keyOf(event)
      const command = (Object.keys(talkKeys) as TalkCommand[]).find((name) =>
        (talkKeys[name].keys as readonly string[]).includes(key),
      )
      if (!command || (command !== 'vote' && document.querySelector('[data-takes-letters]'))) return
      event.preventDefault()
      event.stopPropagation()
      if (obey) obey(command)
      else waiting.push(command)
    }
    addEventListener('keydown', press, { capture: true })
    return () => {
      removeEventListener('keydown', press, { capture: true })
      waiting.length = 0
    }
  }, [])
}

/** Does what the keys of a talk ask for, and have asked for meanwhile. */
export function useTalkCommands(commands: Readonly<Record<TalkCommand, () => void>>): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    obey = (command) => latest.current[command]()
    waiting.splice(0).forEach(obey)
    return () => {
      obey = null
    }
  }, [])
}
