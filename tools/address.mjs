// The address of the site, where a link to it is shown as a card: whoever fetches the page for that wants a whole address.

/** The variable of the environment that names it: `https://example.org/layerwise/`. */
export const variable = 'LAYERWISE_URL'

const image = /(<meta property="og:image" content=")([^"]*)(")/

/**
 * The page with the whole address of its picture and its own, or as it is where none is named.
 * @param {string} html
 * @param {string | undefined} url
 */
export function withAddress(html, url) {
  if (!url) return html
  const site = URL.canParse(url) ? new URL(url) : undefined
  if (!site || !/^https?:$/.test(site.protocol))
    throw new Error(
      `${variable} is "${url}", but has to be a whole address such as https://example.org/layerwise/.`,
    )
  if (!site.pathname.endsWith('/')) site.pathname += '/'
  if (!image.test(html)) throw new Error('index.html has no og:image to give a whole address to.')
  const of = (/** @type {string} */ path) => new URL(path.replace(/^\.?\//, ''), site).href
  return html.replace(
    image,
    (_, before, path, after) =>
      `<meta property="og:url" content="${site.href}" />\n    ${before}${of(path)}${after}`,
  )
}

/** @returns {import('vite').Plugin} */
export function address() {
  return {
    name: 'layerwise:address',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => withAddress(html, process.env[variable]) },
  }
}
