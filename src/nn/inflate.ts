/**
 * The first bytes of what was compressed (RFC 1950 to 1952); fewer only where it ends before. What goes on beyond them is
 * not read, so that nothing fills the memory. Throws what the stream throws, a `TypeError` where it is damaged.
 */
export async function inflated(
  packed: ReadableStream<BufferSource>,
  format: CompressionFormat,
  wanted: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(wanted)
  const reader = packed.pipeThrough(new DecompressionStream(format)).getReader()
  let done = 0
  try {
    while (done < wanted) {
      const { value, done: isOver } = await reader.read()
      if (isOver) break
      const part = (value as Uint8Array).subarray(0, wanted - done)
      content.set(part, done)
      done += part.length
    }
  } finally {
    reader.cancel().catch(() => {})
  }
  return content.subarray(0, done)
}
