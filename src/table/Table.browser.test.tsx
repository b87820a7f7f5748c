import { useMemo, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { hiddenNumbers } from '../nn/hidden'
import { conv } from '../nn/ops/conv'
import { residual } from '../nn/spec'
import { rowsOf, sorted } from './rows'
import type { Sort } from './sort'
import { Table } from './Table'
import { TableBar } from './TableBar'
import '../ui/theme.css'

const densenet = build(resolve('densenet264').architecture)
const resnet = build(resolve('resnet18').architecture)
let root: Root | undefined
let place: HTMLElement | undefined

afterEach(() => {
  root?.unmount()
  place?.remove()
  vi.restoreAllMocks()
})

interface Choice {
  readonly graph?: typeof resnet
  /** Nodes whose numbers wait for an answer. */
  readonly hides?: readonly string[]
  readonly onSelect?: (id: string) => void
  readonly onHover?: (id: string | null) => void
}

let choose: (id: string | null) => void

function Page({ graph = resnet, hides, onSelect = () => {}, onHover = () => {} }: Choice) {
  const [sort, setSort] = useState<Sort | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  choose = setSelected
  const rows = useMemo(
    () => sorted(rowsOf(graph, 'layers', hides && hiddenNumbers(graph, hides)), sort),
    [graph, hides, sort],
  )
  return (
    <div style={{ display: 'flex', flexDirection: 'column', blockSize: 320 }}>
      <TableBar rows={rows} order="hwc" level="layers" fileName="x" onLevel={() => {}} onClose={() => {}} />
      <Table
        {...{ graph, rows, sort, selected, onSelect, onHover }}
        order="hwc"
        hovered={null}
        onSort={setSort}
      />
    </div>
  )
}

async function mount(choice: Choice = {}) {
  place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  root.render(<Page {...choice} />)
  await vi.waitFor(() => expect(row(0)).not.toBeNull())
}

const row = (index: number) => place!.querySelector<HTMLElement>(`[data-index="${index}"]`)
const head = (column: string) => place!.querySelector<HTMLElement>(`[data-column="${column}"]`)!
const button = (name: string) => place!.querySelector<HTMLElement>(`[aria-label="${name}"]`)!

it('holds a few dozen rows of a network of a thousand layers, and says how many there are', async () => {
  await mount({ graph: densenet })
  const grid = place!.querySelector('[role=grid]')!
  expect(densenet.nodes.length).toBeGreaterThan(900)
  expect(grid.getAttribute('aria-rowcount')).toBe(String(densenet.nodes.length + 2))
  expect(place!.querySelectorAll('.grid-body [role=row]').length).toBeLessThan(40)
  grid.scrollTo({ top: 1e6 })
  await vi.waitFor(() => expect(row(densenet.nodes.length - 1)).not.toBeNull())
})

it('is one tab stop, in which arrows lead from row to row and to the heads', async () => {
  const selected = vi.fn()
  await mount({ onSelect: selected })
  expect(place!.querySelectorAll('.grid-scroller [tabindex="0"]').length).toBe(1)
  row(0)!.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(2)))
  expect(selected).toHaveBeenCalledExactlyOnceWith(resnet.nodes[2].id)
  await userEvent.keyboard('{End}')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(resnet.nodes.length - 1)))
  await userEvent.keyboard('{Home}{ArrowUp}{ArrowRight}')
  await vi.waitFor(() => expect(document.activeElement).toBe(head('kind')))
})

it('a question mark is reached from its row, leads to its question and leaves the row unselected', async () => {
  const onSelect = vi.fn()
  const hidden = resnet.nodes[1].id
  await mount({ hides: [hidden], onSelect })
  const question = document.createElement('div')
  question.innerHTML = '<section class="question"><button>answer</button></section>'
  place!.append(question)
  const marks = () => [...place!.querySelectorAll<HTMLElement>('.hidden-value')]
  expect(marks().length).toBeGreaterThan(0)
  expect(marks().every(({ tabIndex }) => tabIndex === -1)).toBe(true)
  row(0)!.focus()
  await userEvent.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(document.activeElement).toBe(row(1)))
  await vi.waitFor(() => expect(marks()[0].tabIndex).toBe(0))
  for (const key of ['{Enter}', ' ']) {
    marks()[0].focus()
    await userEvent.keyboard(key)
    await vi.waitFor(() => expect(document.activeElement).toBe(question.querySelector('button')))
  }
  expect(onSelect).not.toHaveBeenCalled()
})

it('sorts by a head, says so, and the third press restores the order of the network', async () => {
  await mount()
  const said = () => head('macs').closest('[role=columnheader]')!.getAttribute('aria-sort')
  const first = () => row(0)!.dataset.row
  head('macs').click()
  await vi.waitFor(() => expect(said()).toBe('descending'))
  const most = Math.max(...resnet.nodes.map((node) => node.macs))
  expect(resnet.node(first()!).macs).toBe(most)
  head('macs').click()
  await vi.waitFor(() => expect(said()).toBe('ascending'))
  head('macs').click()
  await vi.waitFor(() => expect(said()).toBe('none'))
  expect(first()).toBe('input')
})

it('brings into view what is selected elsewhere, and leaves the focus where it is', async () => {
  await mount({ graph: densenet })
  button('Copy as CSV').focus()
  const last = densenet.nodes.length - 1
  choose(densenet.nodes[last].id)
  await vi.waitFor(() => expect(row(last)?.getAttribute('aria-selected')).toBe('true'))
  const grid = place!.querySelector('.grid-scroller')!.getBoundingClientRect()
  await vi.waitFor(() => expect(row(last)!.getBoundingClientRect().bottom).toBeLessThanOrEqual(grid.bottom))
  expect(document.activeElement).toBe(button('Copy as CSV'))
})

it('tells what is pointed at, and when nothing is', async () => {
  const hovered = vi.fn()
  await mount({ onHover: hovered })
  const point = (type: string) => row(1)!.dispatchEvent(new PointerEvent(type, { bubbles: true }))
  point('pointerover')
  await vi.waitFor(() => expect(hovered).toHaveBeenLastCalledWith(resnet.nodes[1].id))
  point('pointerout')
  await vi.waitFor(() => expect(hovered).toHaveBeenLastCalledWith(null))
})

it('gives a layer that does not fit a sentence, and the room for it', async () => {
  const shortcut = residual(conv({ filters: 4, kernel: 3, pad: 1 }))
  await mount({ graph: build({ id: 'test', title: 'Test', input: [8, 8, 8], body: shortcut }) })
  const rows = [...place!.querySelectorAll<HTMLElement>('.grid-body [role=row]')]
  const broken = rows.find((each) => each.textContent.includes('Does not fit: '))
  expect(broken!.getBoundingClientRect().height).toBeGreaterThan(row(0)!.getBoundingClientRect().height)
})

it('copies all rows, not only those in view, and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await mount()
  button('Copy as CSV').click()
  await vi.waitFor(() =>
    expect(place!.querySelector('[role=status]')!.textContent).toBe(
      `Copied ${resnet.nodes.length} rows as CSV.`,
    ),
  )
  expect(write.mock.calls[0][0].trimEnd().split('\r\n')).toHaveLength(resnet.nodes.length + 1)
})

it('where the clipboard is refused, offers the text selected', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
  await mount()
  button('Copy as Markdown').click()
  const text = await vi.waitFor(() => {
    const found = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')
    expect(found).not.toBeNull()
    return found!
  })
  expect(text.value).toContain('**Total**')
  await vi.waitFor(() => expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]))
})
