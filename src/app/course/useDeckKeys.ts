import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keyOf } from '../../ui/keyboard'
import { useLetterKeys } from '../help/keys'
import { type DeckCommand, deckCommand, keepsArrows } from './deckKeys'

/** How long digits wait for the next one or for Enter, in milliseconds. */
const patience = 3000

/** What the deck does at a command; false where the key is somebody else's. */
export type Deeds = Readonly<
  Record<Exclude<DeckCommand, 'digit' | 'erase' | 'jump'>, () => boolean | void>
> & { readonly jump: (number: number) => void }

interface Keys {
  /** The digits of a slide's number that stand already. */
  readonly typed: string
  /** Whether arrows move in what has the focus. */
  readonly arrowsStay: boolean
}

/** Listens to the keys of the slides while the deck is shown. */
export function useDeckKeys(deeds: Deeds): Keys {
  const [typed, setTyped] = useState('')
  const [arrowsStay, setArrowsStay] = useState(false)
  const latest = useRef(deeds)
  const digits = useRef('')
  const byPointer = useRef(false)

  // Before the slide is painted, so that no key of a quick clicker is lost.
  useLayoutEffect(() => {
    latest.current = deeds
  })

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const type = (text: string) => {
      digits.current = text
      setTyped(text)
      clearTimeout(timer)
      if (text !== '') timer = setTimeout(() => type(''), patience)
    }
    const obey = (command: DeckCommand, event: KeyboardEvent): boolean | void => {
      const number = digits.current
      if (command === 'digit') return type(number + keyOf(event))
      if (command === 'erase') return type(number.slice(0, -1))
      // A number that is half typed is forgotten with the slide that it was typed on.
      if (number !== '') type('')
      if (command === 'jump') return latest.current.jump(Number(number))
      if (command === 'leave' && number !== '') return undefined
      return latest.current[command]()
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Tab') byPointer.current = false
      const command = deckCommand(event, {
        typing: digits.current !== '',
        // While the room is asked, letters are its votes.
        letters: useLetterKeys.getState().areOn && !document.querySelector('[data-takes-letters]'),
        byPointer: byPointer.current,
      })
      if (!command || obey(command, event) === false) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the figure hears of it: a clicker does not know what has the focus.
    addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', press, { capture: true })
    }
  }, [])

  useEffect(() => {
    const look = () => setArrowsStay(keepsArrows(document.activeElement, byPointer.current))
    const point = () => {
      byPointer.current = true
      look()
    }
    addEventListener('pointerdown', point, { capture: true })
    addEventListener('focusin', look)
    addEventListener('focusout', look)
    return () => {
      removeEventListener('pointerdown', point, { capture: true })
      removeEventListener('focusin', look)
      removeEventListener('focusout', look)
    }
  }, [])

  return { typed, arrowsStay }
}
