import { expose, transfer } from 'comlink'
import { Service } from './service'
import type { Backend } from './types'

const service = new Service()

/** The service as the page sees it; large arrays are handed over, not copied. */
const api = {
  async start(backend: Backend, onLost: () => void) {
    const started = await service.start(backend)
    // Without the event: it cannot travel to the page.
    started.onLost(() => onLost())
    return { threads: started.threads, software: started.software }
  },
  measure: () => service.measure(),
  cancel: () => service.cancel(),
  run: (...request: Parameters<Service['run']>) => service.run(...request),
  async read(...which: Parameters<Service['read']>) {
    const activation = await service.read(...which)
    return transfer(activation, [activation.values.buffer])
  },
  async weights(...which: Parameters<Service['weights']>) {
    const values = await service.weights(...which)
    return transfer(values, [values.buffer])
  },
  tensors: () => service.tensors(),
}

export type WorkerApi = typeof api

expose(api)
