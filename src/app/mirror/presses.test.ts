import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLabStates } from '../lab/labStates'
import { catchUp, followPresses, forgetPresses, pressedOn, pressIn } from './presses'

const slide = 'data-hunger/copy-weights'

/** A lab of one button: "Play" becomes "Stop", and the other way round. */
function lab() {
  const button = {
    textContent: 'Play',
    disabled: false,
    getAttribute: () => null,
    click: () => (button.textContent = button.textContent === 'Play' ? 'Stop' : 'Play'),
  }
  vi.stubGlobal('document', { querySelectorAll: () => [button] })
  return button
}

const set = (reached: number) => useLabStates.setState({ [slide]: { reached: String(reached) } })
const press = (name: string) => pressIn({ slide, button: 0, name })
const told = () => pressedOn(slide).map(({ name }) => name)

describe('what was pressed in a lab', () => {
  beforeEach(() => {
    forgetPresses()
    useLabStates.setState({ [slide]: {} })
  })

  it('is told to a window that comes while the lab plays', () => {
    lab()
    press('Play')
    set(30)
    expect(told()).toEqual(['Play'])
  })

  it('is told no more once the lab has played to its end', () => {
    const button = lab()
    press('Play')
    set(62)
    button.click()
    expect(told()).toEqual([])
  })

  it('is told no more once the lab was stopped on its way', () => {
    lab()
    press('Play')
    set(30)
    press('Stop')
    expect(told()).toEqual([])
  })

  it('is told once where the lab plays for the second time', () => {
    const button = lab()
    press('Play')
    set(62)
    button.click()
    press('Play')
    set(3)
    expect(told()).toEqual(['Play'])
  })

  it('is told whole where it has set nothing: a training that was paused, or has ended', () => {
    const button = lab()
    press('Play')
    press('Stop')
    expect(told()).toEqual(['Play', 'Stop'])
    press('Play')
    button.click()
    expect(told()).toEqual(['Play', 'Stop', 'Play'])
  })

  it('is done in the window that comes late, and told on from there', async () => {
    const button = lab()
    set(30)
    await catchUp(slide, [{ slide, button: 0, name: 'Play' }], () => true)
    expect(button.textContent).toBe('Stop')
    set(31)
    expect(told()).toEqual(['Play'])
    button.click()
    expect(told()).toEqual([])
  })
})

describe('a button that is pressed', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** The names of what is told when a button is clicked that does something. */
  function heard(name: string, click: (button: ReturnType<typeof lab>) => void): readonly string[] {
    const button = lab()
    button.textContent = name
    const listeners: ((event: unknown) => void)[] = []
    vi.stubGlobal('addEventListener', (_: string, listen: (event: unknown) => void) => listeners.push(listen))
    const names: string[] = []
    followPresses(
      () => slide,
      (press) => names.push(press.name),
    )
    const event = { target: { closest: () => button }, isTrusted: true }
    const [look, then] = listeners
    look(event)
    click(button)
    then(event)
    return names
  }

  it('is told where it plays', () => expect(heard('Play', (button) => button.click())).toEqual(['Play']))

  it('is told where it plays again from the beginning', () =>
    expect(
      heard('Play', (button) => {
        set(0)
        button.click()
      }),
    ).toEqual(['Play']))

  it('is told as what it sets where it sets something', () =>
    expect(heard('Next refused', () => set(8))).toEqual([]))
})
