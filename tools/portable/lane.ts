// Stands for `new Worker(…)` in a page that was opened from a folder.

/** Answers what the worker asks for (`worker.ts`). */
export function answering(worker: Worker): Worker {
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<{ portableQuestion?: number; url: string } | null>) => {
      if (data?.portableQuestion === undefined) return
      void answer(worker, data.portableQuestion, data.url)
    },
  )
  return worker
}

async function answer(worker: Worker, number: number, url: string): Promise<void> {
  const response = await fetch(url)
  const content = await response.arrayBuffer()
  worker.postMessage({ portableAnswer: number, status: response.status, content }, [content])
}
