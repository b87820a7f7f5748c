import { download, fail, showFile, usePictures } from './pictures'
import { ImageError } from './error'

/** No sentence has room for more of an address. */
const longestName = 60

/** Fetches an image of this site, or reads one that is its own address; another origin is refused before anything is asked of it. */
export async function showAddress(address: string): Promise<boolean> {
  let url: URL
  try {
    url = new URL(address, document.baseURI)
  } catch {
    usePictures.setState({ problem: `"${cut(address)}" is not an address.` })
    return false
  }
  if (url.protocol === 'data:') return showData(url.href)
  if (url.origin !== location.origin) {
    usePictures.setState({
      problem: `The page loads nothing from other sites, and ${url.host || cut(address)} is one; save the image and drop the file here.`,
    })
    return false
  }
  const name = url.pathname.split('/').at(-1) || url.pathname
  try {
    return await showFile(await download(url.href, name), name)
  } catch (error) {
    fail(error)
    return false
  }
}

/** An image that is written out in its address asks nothing of anybody. */
async function showData(address: string): Promise<boolean> {
  const name = 'Image from data'
  try {
    const data = await fetch(address).catch(() => {
      throw new ImageError(`${name} is broken: it cannot be read.`)
    })
    return await showFile(await data.blob(), name)
  } catch (error) {
    fail(error)
    return false
  }
}

function cut(address: string): string {
  return address.length > longestName ? `${address.slice(0, longestName)}…` : address
}
