import { useEffect, useRef } from 'react'
import { useLetterKeys } from '../help/keys'
import { keyOf, textFields } from '../../ui/keyboard'

/** The keys of a talk besides those that turn slides, by command: handlers and the list of keys read them here. */
export const talkKeys = {
  presenter: { keys: ['p'], does: 'Presenter window: notes, next slide, clock' },
  pen: { keys: ['s'], does: 'Draw on the slide or no longer' },
  highlighter: { keys: ['h'], does: 'Highlighter' },
  laser: { keys: ['l'], does: 'Laser pointer' },
  vote: { keys: ['v'], does: 'Ask the room' },
} as const satisfies Record<string, { readonly keys: readonly string[]; readonly does: string }>

export type TalkCommand = keyof typeof talkKeys

/** Does what the keys of these commands ask for, before the figure hears of them. */
export function useTalkKeys(commands: Partial<Readonly<Record<TalkCommand, () => void>>>): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // While the room is asked, letters are its votes; `v` ends that.
      const { target, ctrlKey, metaKey, altKey } = event
      if (ctrlKey || metaKey || altKey || !useLetterKeys.getState().areOn) return
      if (target instanceof Element && target.closest(`${textFields}, dialog, .dialog`)) return
      const key = keyOf(event)
      const command = (Object.keys(talkKeys) as TalkCommand[]).find((name) =>
        (talkKeys[name].keys as readonly string[]).includes(key),
      )
      const act = command && latest.current[command]
      if (!act || (command !== 'vote' && document.querySelector('[data-takes-letters]'))) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [])
}
