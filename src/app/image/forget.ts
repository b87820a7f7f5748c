import { keeper, leaveOwn, usePictures } from './pictures'

/** Deletes the reader's own image from this device; pages show their own again. Tells whether the browser did it. */
export async function forgetOwn(): Promise<boolean> {
  const isGone = await (await keeper()).forgetImage()
  if (!isGone && !usePictures.getState().isUnkept) {
    usePictures.setState({
      problem:
        'The browser did not delete the photo; clearing this site’s data in the browser settings will delete it.',
    })
    return false
  }
  leaveOwn()
  return true
}
