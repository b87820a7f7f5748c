import { afterEach, expect, it, vi } from 'vitest'
import { Crew } from './crew'

afterEach(() => vi.unstubAllGlobals())

it('where a worker may begin no other, one goes on alone, and what had begun is ended', async () => {
  const terminate = vi.fn()
  let begun = 0
  vi.stubGlobal('self', { name: 'learner', location: { href: 'worker.js' } })
  vi.stubGlobal(
    'Worker',
    class {
      terminate = terminate
      addEventListener() {}
      removeEventListener() {}
      postMessage() {}
      constructor() {
        if (++begun > 1) throw new Error('No worker here.')
      }
    },
  )
  await expect(Crew.begin(2)).resolves.toBeUndefined()
  expect(terminate).toHaveBeenCalledOnce()
})
