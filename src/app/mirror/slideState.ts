import * as v from 'valibot'
import { useProgress } from '../../exercises/progress'
import { reveal, useRevealed } from '../../exercises/revealed'
import { open, useOpened } from '../../lessons/opened'
import { cardOf, takeCard } from '../course/keptCards'
import { pictureOf, takePicture } from '../course/pictures'
import { setChoice, useImageChoice } from '../image/choice'
import { usePictures } from '../image/pictures'
import { inkOn, setInk, strokes } from '../ink/strokes'
import { useLabStates } from '../lab/labStates'
import { ownImage } from '../state/intent'
import { useStore } from '../state/store'

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const index = v.pipe(v.number(), v.integer(), v.minValue(0))
const unitPlace = v.strictObject({
  node: text(200),
  unit: v.strictObject({ row: index, column: index, channel: index }),
})

/** Everything that was done on a slide; what is absent is as its author made it. */
export const slideState = v.strictObject({
  /** The picture of the network, as the address of the explorer that shows the same: zoom, selection, what is open, options, edits. */
  figure: v.optional(text(20_000)),
  /** The image that the reader chose in place of the slide's. */
  image: v.optional(text(40)),
  /** What is set in the lab, as an address has it. */
  lab: v.optional(v.record(text(100), text(4000))),
  /** The card of a layer, with the place of its window. */
  card: v.optional(
    v.strictObject({
      of: v.picklist(['left', 'right']),
      place: v.nullable(unitPlace),
      trail: v.pipe(v.array(unitPlace), v.maxLength(200)),
    }),
  ),
  /** The title of the question or slip that is open. */
  opened: v.optional(text(1000)),
  /** Answers, by question (without the slide). */
  answers: v.optional(
    v.record(text(200), v.strictObject({ given: text(2000), right: v.boolean(), tries: index })),
  ),
  /** Questions whose answer was asked for. */
  revealed: v.optional(v.pipe(v.array(text(200)), v.maxLength(50))),
  ink: v.optional(strokes),
})

export type SlideState = v.InferOutput<typeof slideState>

/** Everything that was done on a slide (`lesson/step`), as one value that can be written down. */
export function readState(slide: string): SlideState {
  const own = `${slide}#`
  const answers = Object.entries(useProgress.getState().answers).filter(([question]) =>
    question.startsWith(own),
  )
  const revealed = Object.keys(useRevealed.getState()).filter((question) => question.startsWith(own))
  const lab = useLabStates.getState()[slide] ?? {}
  const opened = useOpened.getState()[slide]
  const { choice } = useImageChoice.getState()
  const [figure, card, ink] = [pictureOf(slide), cardOf(slide), inkOn(slide)]
  return {
    ...(figure !== null && { figure }),
    ...(choice?.isOn && { image: choice.image }),
    ...(Object.keys(lab).length > 0 && { lab }),
    ...(card && { card: { ...card, trail: [...card.trail] } }),
    ...(opened !== undefined && { opened }),
    ...(answers.length > 0 && {
      answers: Object.fromEntries(answers.map(([question, answer]) => [question.slice(own.length), answer])),
    }),
    ...(revealed.length > 0 && { revealed: revealed.map((question) => question.slice(own.length)) }),
    ...(ink.length > 0 && { ink: [...ink] }),
  }
}

/** Makes a slide what a value says, in whatever window it was read; the slide may be on the screen or not. */
export function applyState(slide: string, state: SlideState): void {
  const before = readState(slide)
  const isNew = (part: keyof SlideState) => JSON.stringify(before[part]) !== JSON.stringify(state[part])
  if (isNew('figure')) takePicture(slide, state.figure ?? null)
  if (isNew('image')) takeImage(state.image)
  if (isNew('lab')) useLabStates.setState({ [slide]: state.lab ?? {} })
  if (isNew('card')) takeCard(slide, state.card ?? null)
  if (isNew('opened')) open(slide, state.opened ?? null)
  if (isNew('answers')) takeAnswers(slide, state.answers ?? {})
  if (isNew('revealed')) {
    for (const question of before.revealed ?? []) reveal(`${slide}#${question}`, false)
    for (const question of state.revealed ?? []) reveal(`${slide}#${question}`)
  }
  if (isNew('ink')) setInk(slide, state.ink ?? [])
}

/** Another window's image is this one's, too; one of the reader's own goes along where this browser keeps it. */
function takeImage(image: string | undefined): void {
  const { choice, pageImage } = useImageChoice.getState()
  if (image === ownImage && !usePictures.getState().own) return
  if (image !== undefined) setChoice({ image, isOn: true })
  else if (choice) setChoice({ ...choice, isOn: false })
  useStore.getState().setImage(image ?? pageImage)
}

function takeAnswers(slide: string, answers: NonNullable<SlideState['answers']>): void {
  const { seen, answers: all, repeats, restore } = useProgress.getState()
  const others = Object.entries(all).filter(([question]) => !question.startsWith(`${slide}#`))
  const own = Object.entries(answers).map(([question, answer]) => [`${slide}#${question}`, answer] as const)
  restore({ seen, answers: Object.fromEntries([...others, ...own]), repeats })
}
