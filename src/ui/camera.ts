/** Why a webcam does not start, in words. */
const reasons: Readonly<Record<string, string>> = {
  NotAllowedError: 'The webcam was not allowed; the lock in the address bar changes that.',
  NotFoundError: 'This device has no webcam.',
  NotReadableError: 'Another program is using the webcam.',
  OverconstrainedError: 'This device has no suitable webcam.',
  SecurityError: 'This browser does not let pages use the webcam.',
}

/** The live picture of the webcam, once the reader has allowed it; throws an Error with a sentence for the screen. */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia)
    throw new Error(
      'This browser gives pages no webcam; it does so only for addresses that begin with https or localhost.',
    )
  try {
    return await navigator.mediaDevices.getUserMedia({ video: true })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new Error(reasons[name] ?? `The webcam could not be opened (${name || String(error)}).`, {
      cause: error,
    })
  }
}

/** Switches the webcam off. */
export function closeCamera(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop())
}
