import { type Browser, type Kind, MissingError, type Tab } from './browser'
import { click, focus, isAt, painted, press, says, type, until } from './hands'
import type { Result } from './tally'

/** What a reader does, from an address to what is seen then; it throws where something else is seen. */
export interface Journey {
  readonly what: string
  readonly from: string
  walk(browser: Browser): Promise<void>
}

/** One path through everything that is done most: each begins on a page of its own, in a browser of its own. */
export const journeys: readonly Journey[] = [
  {
    what: 'landing',
    from: '#/',
    async walk(page) {
      await until(page, 'what the network sees', says('.living-word', /^an? /))
      await until(page, 'a map in every tensor', painted('.river-face > canvas', 6))
      await click(page, 'a.door.primary')
      await until(page, 'the course', isAt(/#\/course$/))
    },
  },
  {
    what: 'lesson',
    from: '#/course/mixed-kernels/kernel-zoo',
    async walk(page) {
      const answer = '[data-step="kernel-zoo"] .question-form input'
      await focus(page, answer)
      await type(page, '121')
      await press(page, 'Enter')
      await until(page, 'the answer being right', says('[data-step="kernel-zoo"] .verdict', /Right/))
      await focus(page, '.lesson-text')
      for (let i = 0; i < 4; i++) await press(page, 'PageDown')
      await until(page, 'the next step in the address', isAt(/\/mixed-kernels\/(?!kernel-zoo)/))
      await until(page, 'its picture', painted('.course-figure .diagram canvas'))
    },
  },
  {
    what: 'graph',
    from: '#/n/googlenet',
    async walk(page) {
      await click(page, '.diagram [data-id="inception_3a"]')
      await until(
        page,
        'the open group',
        `document.querySelector('.diagram [data-id="inception_3a/concat"]')`,
      )
      await click(page, '.diagram [data-id="inception_3a/concat"]')
      await until(page, 'the layer in the inspector', says('#inspector .trail', /concat/))
      await until(page, 'the layer in the address', isAt(/node=inception_3a(\/|%2F)concat/))
    },
  },
  {
    what: 'run and one value',
    from: '#/n/cifar-resnet20?node=conv1/conv',
    async walk(page) {
      await until(page, 'a forward pass', says('.run-state', /^Ran \d+ operations/))
      const maps = '#inspector [role="slider"][aria-label^="Channels"]'
      await until(page, 'its maps', painted(`${maps} canvas`))
      await focus(page, maps)
      await press(page, 'Enter')
      await focus(page, '[role="slider"][aria-label="Value in the map"]')
      await press(page, 'ArrowDown', 'Enter')
      await until(page, 'one value in the address', isAt(/unit=/))
      await until(page, 'a sum that adds up', sumAddsUp)
    },
  },
  {
    what: 'lab',
    from: '#/course/one-by-one/naive',
    async walk(page) {
      await focus(page, '.lab-body input[type="range"], .lab-body [role="slider"]')
      await press(page, 'End')
      await until(page, 'the count of nine blocks', says('.lab-readout', /4,944/))
      await until(page, 'the setting in the address', isAt(/lab\./))
    },
  },
  {
    what: 'training',
    from: '#/course/workbench/train-here',
    async walk(page) {
      await until(page, 'the lab', `document.querySelector('.train-here .button.primary')`)
      // A window without a screen has no focus of its own, and there Enter presses no button in Firefox.
      await click(page, '.train-here .button.primary')
      await until(page, 'networks that learn', says('.train-status', /^About .* left/))
      // The third cell of a row is how many steps it has taken.
      const steps = `[...document.querySelectorAll('.train-table tbody tr')].every((row) => Number(row.cells[3].innerText) > 0)`
      await until(page, 'steps of every network', steps)
    },
  },
  {
    what: 'slides',
    from: '#/course/shapes?deck',
    async walk(page) {
      const at = (number: number) =>
        until(page, `slide ${number}`, says('.deck-place', new RegExp(`^${number} of`)))
      await at(1)
      await press(page, 'PageDown')
      await at(2)
      await press(page, 'ArrowRight')
      await at(3)
      await press(page, 'PageUp')
      await at(2)
      await type(page, '12')
      await press(page, 'Enter')
      await at(12)
      await press(page, 'Escape')
      await until(
        page,
        'the lesson',
        `!location.hash.includes('deck') && document.querySelector('.lesson-text')`,
      )
    },
  },
  {
    what: 'two windows',
    from: '#/course/whole-net/nine-blocks?deck',
    async walk(screen) {
      const [first, second] = [/Nine blocks in three groups/, /Four paths, one sum/]
      await until(screen, 'the slide', says('.deck .step-title', first))
      await until(screen, 'the tools of the talk', `document.querySelector('.talk-button')`)
      await press(screen, 'p')
      let desk: Tab | undefined
      await until(screen, 'the presenter window', async () => ([desk] = await screen.others()).length > 0)
      await until(desk!, 'the slide in it', says('.desk-notes', /\w/))
      await until(desk!, 'that it sees the slides', `!document.querySelector('.desk-lost')`)
      await until(
        desk!,
        'the slide in its frame',
        `document.querySelector('.slide-frame.now[aria-busy="false"]')`,
      )
      await click(desk!, '.desk-keys .button.primary')
      await until(screen, 'the next slide on the screen', says('.deck .step-title', second))
      await press(screen, 'PageUp')
      await until(screen, 'the slide before', says('.deck .step-title', first))
      await until(desk!, 'the same in the presenter window', says('.desk-next h2', second))
    },
  },
]

const sumAddsUp = `(() => {
  const number = (text) => Number(text.replace(/[(),]/g, '').replace('−', '-'))
  const total = document.querySelector('.equation-total')
  const parts = [...document.querySelectorAll('.equation-number')].map(({ innerText }) => number(innerText))
  return total && parts.length > 0
    && Math.abs(parts.reduce((sum, part) => sum + part, 0) - number(total.innerText)) < 0.01
})()`

/** Walks every journey, each as somebody who is here for the first time. */
export async function walkTrial(
  kind: Kind,
  site: string,
  tell: (what: string, result: Result) => void,
): Promise<void> {
  for (const journey of journeys) tell(journey.what, await walkOne(kind, site, journey))
}

export async function walkOne(kind: Kind, site: string, { from, walk }: Journey): Promise<Result> {
  let browser: Browser | undefined
  try {
    browser = await kind.launch()
    const begin = performance.now()
    await browser.open(site + from)
    await walk(browser)
    return { seconds: (performance.now() - begin) / 1000 }
  } catch (error) {
    if (error instanceof MissingError) throw error
    return { fault: error instanceof Error ? error.message : String(error) }
  } finally {
    await browser?.close()
  }
}
