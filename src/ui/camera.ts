/** Why a webcam does not start, in words. */
const reasons: Readonly<Record<string, string>> = {
  NotAllowedError: 'The camera was not allowed; the lock in the address bar changes that.',
  NotFoundError: 'This device has no camera.',
  NotReadableError: 'Another program is using the camera.',
  OverconstrainedError: 'This device has no suitable camera.',
  SecurityError: 'This browser does not let pages use the camera.',
}

/** The live picture of the webcam, once the reader has allowed it; throws an Error with a sentence for the screen. */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia)
    throw new Error(
      'This browser gives pages no camera; it does so only for addresses that begin with https or localhost.',
    )
  try {
    return await navigator.mediaDevices.getUserMedia({ video: true })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new Error(reasons[name] ?? `The camera could not be opened (${name || String(error)}).`, {
      cause: error,
    })
  }
}

/** Switches the webcam off. */
export function closeCamera(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop())
}
