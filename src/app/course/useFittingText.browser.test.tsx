import { useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it } from 'vitest'
import { useFittingFigure } from './useFittingText'

/** A figure with room, as a lesson has it while its lab is fetched. */
function Figure({ isHere }: { readonly isHere: boolean }) {
  const box = useRef<HTMLElement>(null)
  useFittingFigure(box, true)
  return (
    <section ref={box} style={{ blockSize: 400, inlineSize: 400, overflow: 'auto' }}>
      {isHere ? <div className="lab-body">One line.</div> : <p>Loading…</p>}
    </section>
  )
}

const frames = async (many: number) => {
  for (let frame = 0; frame < many; frame++) await new Promise(requestAnimationFrame)
}

it('grows a figure that comes after everything else, with nothing in it that changes later', async () => {
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  root.render(<Figure isHere={false} />)
  await expect.poll(() => place.textContent).toBe('Loading…')
  // The first look at its size is over.
  await frames(4)
  root.render(<Figure isHere />)
  await expect.poll(() => place.textContent).toBe('One line.')
  await expect.poll(() => place.querySelector('section')!.style.getPropertyValue('--fit')).toBe('1.30')
  root.unmount()
})
