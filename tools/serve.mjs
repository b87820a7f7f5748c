// Serves a built site as a careful static host would. Tests import `serve`; `node tools/serve.mjs DIR PORT` runs it.
import { createServer } from 'node:http'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import sirv from 'sirv'

// Cross-origin isolation gives the page shared memory, and so the WASM backend its threads. It may still stand in a
// frame of another site, also of one that is isolated itself.
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

// A frame with `sandbox` has an origin of its own, to which every script of the site is another site's.
const shared = { 'Access-Control-Allow-Origin': '*' }

/** Below models/; hidden files, and ways out of it, are left to the list of files. */
const ofModels = /^\/models\/(?!(.*\/)?(\.|%2e))/i

/**
 * @param {string} dir the folder to serve; its files are listed once, at the start, but for those of networks, which
 *   somebody may add or take out meanwhile (`npm run add-model`)
 * @param {number} port 0 takes any free one
 * @param {{ base?: string, isolated?: boolean }} [options] base: the path the site lies under, such as
 *   '/courses/layerwise/'; isolated: false leaves out the headers of cross-origin isolation, as simple hosts do
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(dir, port, { base = '/', isolated = true } = {}) {
  if (!existsSync(resolve(dir, 'index.html')))
    throw new Error(`There is no index.html in ${dir}; build first.`)
  const prefix = base.endsWith('/') ? base : `${base}/`

  /** @type {import('sirv').Options} */
  const settings = {
    etag: true,
    // What the build has compressed beside a file.
    brotli: true,
    gzip: true,
    onNoMatch: (_request, response) => sentence(response, 404, 'There is no such file on this site.'),
    setHeaders(response, path) {
      // Vite puts a hash of the content into the names under assets/, so those never change.
      const hashed = path.includes('/assets/')
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (path.endsWith('.onnx') || path.endsWith('.bin'))
        response.setHeader('Content-Type', 'application/octet-stream')
    },
  }
  const files = sirv(dir, settings)
  const changing = sirv(dir, { ...settings, dev: true })

  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const headers = { ...(isolated && isolation), ...shared, 'X-Content-Type-Options': 'nosniff' }
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return sentence(response, 405, 'This site is read-only: it answers GET and HEAD.')
    }
    const url = request.url ?? '/'
    if (!url.startsWith(prefix)) {
      if (`${url}/` !== prefix) return sentence(response, 404, `This site lies under ${prefix}.`)
      response.setHeader('Location', prefix)
      return sentence(response, 301, `This site lies under ${prefix}.`)
    }
    request.url = `/${url.slice(prefix.length)}`
    if (ofModels.test(request.url)) changing(request, response)
    else files(request, response)
  }

  // localhost is 127.0.0.1 for some programs and ::1 for others; one listener each answers both.
  const first = await listen(answer, '127.0.0.1', port)
  const servers = [first.server]
  try {
    servers.push((await listen(answer, '::1', first.port)).server)
  } catch (error) {
    // A machine without IPv6 has nothing to listen on there; a busy port is a failure on either address.
    if (code(error) === 'EADDRINUSE') {
      first.server.close()
      throw error
    }
  }

  return {
    url: `http://localhost:${first.port}${prefix}`,
    port: first.port,
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((done) => server.close(done))
      }
    },
  }
}

/** @param {import('node:http').RequestListener} answer @param {string} host @param {number} port */
async function listen(answer, host, port) {
  const server = createServer(answer)
  await new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done(undefined))
  })
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : port }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function sentence(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' })
  response.end(`${text}\n`)
}

/** @param {unknown} error */
const code = (error) => (error instanceof Error && 'code' in error ? error.code : undefined)

/**
 * Serves and says so, or says in a sentence why not.
 * @param {string} dir @param {number} port
 */
export async function serveAndTell(dir, port) {
  try {
    const { url } = await serve(dir, port)
    console.log(`Layerwise is at\n${url}\nStop it with Ctrl+C.`)
  } catch (error) {
    console.error(
      code(error) === 'EADDRINUSE'
        ? `Port ${port} is taken by another program; stop that one, or choose a port: PORT=${port + 1} npm start`
        : error instanceof Error
          ? error.message
          : error,
    )
    process.exitCode = 1
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await serveAndTell(process.argv[2] ?? 'dist', Number(process.argv[3] ?? 4173))
