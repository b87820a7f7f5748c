import { held } from './held'

/** Holds a file of the site in memory as long as the page is open. Rejects where it does not come. */
export async function hold(path: string): Promise<void> {
  if (held.has(path)) return
  const response = await fetch(path)
  if (!response.ok) throw new Error(`The request for ${path} returned status ${response.status}.`)
  held.set(path, URL.createObjectURL(await response.blob()))
}
