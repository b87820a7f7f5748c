import { ImportError } from './error'

/** A file that is read in slices, so that one of a gigabyte never lies in memory. */
export interface Source {
  /** Its name, for messages only: what it is, its bytes say. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** The bytes from one place to before another; fewer only where the file ends. */
  slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A file that a reader dropped or picked. */
export function fromBlob(blob: Blob, name = (blob as { name?: string }).name ?? 'file'): Source {
  return {
    name,
    size: blob.size,
    slice: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  }
}

/** What lies in memory already. What is handed out is a copy, which its taker may give away. */
export function fromBytes(bytes: Uint8Array, name = 'file'): Source {
  return {
    name,
    size: bytes.length,
    slice: (from, to) => Promise.resolve(new Uint8Array(bytes.slice(from, to))),
  }
}

/** The bytes of a place that must be there in full; throws an `ImportError` where the file ends before it does. */
export async function exactly(source: Source, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!(from >= 0 && from <= to && to <= source.size))
    throw new ImportError(
      `${source.name} is cut off: it refers to bytes up to ${to.toLocaleString('en')}, but has only ${source.size.toLocaleString('en')}.`,
    )
  const bytes = await source.slice(from, to)
  if (bytes.length !== to - from) throw new ImportError(`${source.name} could not be read to the end.`)
  return bytes
}

/** How much of a file is read at once, in bytes. */
const chunk = 2 ** 20

/** The bytes of a place, piece by piece. */
export function streamOf(source: Source, from = 0, to = source.size): ReadableStream<BufferSource> {
  let at = from
  return new ReadableStream({
    async pull(controller) {
      if (at >= to) return controller.close()
      const next = Math.min(to, at + chunk)
      controller.enqueue(await exactly(source, at, next))
      at = next
    },
  })
}
