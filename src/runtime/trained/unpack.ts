import { inflated } from '../../nn/inflate'
import { type Manifest, TrainedError } from './manifest'

/** The numbers of a file that was published compressed (gzip), or as they are. Throws a `TrainedError`. */
export async function unpack(
  content: Uint8Array<ArrayBuffer>,
  { title, unpacked }: Pick<Manifest, 'title' | 'unpacked'>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (unpacked === undefined) return content
  try {
    // Not of a Blob: WebKit reads none in a worker of a page that was opened from a folder.
    const packed = new ReadableStream<BufferSource>({
      start(line) {
        line.enqueue(content)
        line.close()
      },
    })
    const numbers = await inflated(packed, 'gzip', unpacked)
    if (numbers.length === unpacked) return numbers
  } catch (cause) {
    throw unusable(title, { cause })
  }
  throw unusable(title)
}

const unusable = (title: string, options?: ErrorOptions) =>
  new TrainedError(`The trained weights of ${title} cannot be unpacked, so they are not used.`, options)
