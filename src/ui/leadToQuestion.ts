const waiting = '.question:not([data-right="true"])'

/**
 * Goes to the question that something waits for: the nearest on the page that is not answered, with its first control. On
 * a slide, where questions are folded, it opens the first of them.
 */
export function leadToQuestion(from: Element): void {
  for (let around = from.parentElement; around; around = around.parentElement) {
    const questions = [...around.querySelectorAll<HTMLElement>(waiting)]
    const question = nearest(questions) ?? questions.find((each) => foldOf(each)?.checkVisibility())
    if (!question) continue
    const fold = foldOf(question)
    if (fold) fold.open = true
    question.scrollIntoView({ block: 'center' })
    question
      .querySelector<HTMLElement>(':is(input, button, select, textarea):enabled')
      ?.focus({ preventScroll: true })
    return
  }
}

const foldOf = (question: Element) => question.closest<HTMLDetailsElement>('details.card:not([open])')

/** Of several the one whose middle lies nearest to that of the window. */
function nearest(questions: readonly HTMLElement[]): HTMLElement | undefined {
  const far = (element: HTMLElement) => {
    const { top, height } = element.getBoundingClientRect()
    return Math.abs(top + height / 2 - innerHeight / 2)
  }
  return questions.filter((each) => each.checkVisibility()).sort((a, b) => far(a) - far(b))[0]
}
