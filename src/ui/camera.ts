/** Why a webcam does not start, in words. */
const reasons: Readonly<Record<string, string>> = {
  NotAllowedError: 'The camera was not allowed; you can change that with the lock icon in the address bar.',
  NotFoundError: 'This device has no camera.',
  NotReadableError: 'Another program is using the camera.',
  OverconstrainedError: 'This device has no suitable camera.',
  SecurityError: 'This browser does not let pages use the camera.',
}

/** The live picture of the webcam, once the reader has allowed it; throws an Error with a sentence for the screen. */
export async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia)
    throw new Error(
      'This browser lets pages use the camera only if their address begins with https or localhost.',
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
