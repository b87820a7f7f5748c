import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../freePort.mjs'
import { type Browser, inTime, type Kind, missing, program, type Tab } from './browser'

/**
 * WebKitGTK over WebDriver, https://www.w3.org/TR/webdriver2/: JSON over HTTP, of which a few commands are enough. An
 * automated MiniBrowser forgets everything when it is closed, so each one is a first visit. It has no mode without a
 * screen; it gets a virtual one.
 */
export const webkit: Kind = {
  title: 'WebKitGTK',
  async launch() {
    const driver = program(['WebKitWebDriver'], 'The driver of WebKitGTK', 'webkit2gtk-driver')
    const screen = program(['xvfb-run'], 'A virtual screen (Xvfb)', 'xvfb')
    const binary = miniBrowser()
    const port = await freePort()
    // A group of its own: xvfb-run, its screen, the driver and the browser end together.
    const child = spawn(screen, ['-a', driver, `--port=${port}`], { stdio: 'ignore', detached: true })
    const close = async () => {
      if (child.exitCode === null && child.signalCode === null) {
        process.kill(-child.pid!, 'SIGTERM')
        await once(child, 'exit')
      }
    }
    try {
      const ask = await connect(
        `http://127.0.0.1:${port}`,
        () => child.exitCode !== null || child.signalCode !== null,
      )
      const options = { binary, args: ['--automation'] }
      const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
      })
      return await browserOf(ask, `/session/${sessionId}`, close)
    } catch (error) {
      await close()
      throw error
    }
  },
}

/** Lies where no path leads, in a folder with the version of the library. */
function miniBrowser(): string {
  const libraries = '/usr/lib'
  const folders = existsSync(libraries) ? readdirSync(libraries).map((name) => join(libraries, name)) : []
  const found = folders
    .filter((folder) => /-linux-gnu[^/]*$/.test(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'MiniBrowser')))
    .filter((path) => /\/webkit(2gtk|gtk)-/.test(path) && existsSync(path))
    .sort()
    .at(-1)
  if (!found) throw missing('The MiniBrowser of WebKitGTK', 'libwebkit2gtk-4.1-0')
  return found
}

type Ask = <T = unknown>(method: string, path: string, body?: object) => Promise<T>

/** What is asked of a window is asked of the one that the driver was last told of, one thing after the other. */
async function browserOf(ask: Ask, session: string, close: () => Promise<void>): Promise<Browser> {
  const first = await ask<string>('GET', `${session}/window`)
  let current = first
  let last: Promise<unknown> = Promise.resolve()
  const tabOf = (handle: string): Tab => {
    const here = <T>(path: string, body: object): Promise<T> => {
      const answer = last.then(async () => {
        if (handle !== current) await ask('POST', `${session}/window`, { handle })
        current = handle
        return ask<T>('POST', `${session}/${path}`, body)
      })
      last = answer.catch(() => {})
      return answer
    }
    return {
      open: (url) => here('url', { url }),
      reload: () => here('refresh', {}),
      evaluate: (expression) => here('execute/sync', { script: `return ${expression}`, args: [] }),
      act: (sources) => here('actions', { actions: sources }),
    }
  }
  return {
    ...tabOf(first),
    async others() {
      const handles = await ask<readonly string[]>('GET', `${session}/window/handles`)
      return handles.filter((each) => each !== first).map(tabOf)
    },
    async close() {
      await ask('DELETE', session).catch(() => {})
      await close()
    },
  }
}

/** Waits until the driver answers. */
async function connect(root: string, ended: () => boolean): Promise<Ask> {
  const send: Ask = async (method, path, body) => {
    const response = await fetch(root + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = await response.json()
    if (!response.ok) throw new Error(value.message || value.error)
    return value
  }
  const start = async () => {
    for (;;) {
      try {
        return await send('GET', '/status')
      } catch (error) {
        if (ended()) throw new Error('The driver of WebKitGTK ended while it started.', { cause: error })
        await sleep(100)
      }
    }
  }
  await inTime('The driver of WebKitGTK, starting', start())
  return async (method, path, body) => {
    try {
      return await inTime('its driver', send(method, path, body))
    } catch (error) {
      // "fetch failed" says nothing of a driver that has gone.
      if (ended()) throw new Error('The driver of WebKitGTK has ended.', { cause: error })
      const said = error instanceof Error ? error.message : String(error)
      throw new Error(`WebKitGTK, ${path.replace(/^\/session\/[^/]+/, '')}: ${said}`, { cause: error })
    }
  }
}
