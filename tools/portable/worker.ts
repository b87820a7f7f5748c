// In the worker of a page that was opened from a folder: files are asked of the page, which alone can load a script.

interface Answer {
  readonly portableAnswer: number
  readonly status: number
  readonly content: ArrayBuffer
}

const worker = self as unknown as Worker
const waiting = new Map<number, (answer: Answer) => void>()
const fetchOutside = globalThis.fetch
let last = 0

globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  if (!url.startsWith('file:')) return fetchOutside(input, init)
  return new Promise((resolve, reject) => {
    const number = ++last
    const { signal } = init ?? {}
    signal?.addEventListener('abort', () => {
      waiting.delete(number)
      reject(signal.reason as Error)
    })
    waiting.set(number, ({ status, content }) => resolve(new Response(content, { status })))
    worker.postMessage({ portableQuestion: number, url })
  })
}

worker.addEventListener('message', ({ data }: MessageEvent<Partial<Answer> | undefined>) => {
  if (data?.portableAnswer === undefined) return
  waiting.get(data.portableAnswer)?.(data as Answer)
  waiting.delete(data.portableAnswer)
})
