import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, inTime, type Kind, patience, program, type Tab } from './browser'

/**
 * Firefox over WebDriver BiDi, https://www.w3.org/TR/webdriver-bidi/, which it speaks by itself. A few of its commands
 * are enough; the packages for it want a newer Node than this project.
 */
export const firefox: Kind = {
  title: 'Firefox',
  async launch() {
    const path = program(['firefox-esr', 'firefox'], 'Firefox', 'firefox-esr')
    const profile = mkdtempSync(join(tmpdir(), 'layerwise-firefox-'))
    const child = spawn(
      path,
      ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const close = async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      // Its content processes write for a moment longer.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
    try {
      const ask = await inTime('Firefox, starting', address(child).then(connect))
      await ask('session.new', { capabilities: {} })
      const contexts = async () => {
        const tree = await ask<{ contexts: { context: string }[] }>('browsingContext.getTree', {
          maxDepth: 0,
        })
        return tree.contexts.map(({ context }) => context)
      }
      const [first] = await contexts()
      const others = async () =>
        (await contexts()).filter((each) => each !== first).map((each) => tabOf(ask, each))
      return { ...tabOf(ask, first), others, close } satisfies Browser
    } catch (error) {
      await close()
      throw error
    }
  },
}

/** The browser is no longer there to be asked. */
class GoneError extends Error {
  constructor() {
    super('Firefox closed the connection.')
  }
}

type Ask = <T = unknown>(method: string, params: object) => Promise<T>

interface Evaluated {
  readonly result?: { readonly value: string }
  readonly exceptionDetails?: { readonly text: string }
}

function tabOf(ask: Ask, context: string): Tab {
  async function evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await ask<Evaluated>('script.evaluate', {
      expression: `JSON.stringify(${expression})`,
      target: { context },
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return JSON.parse(result?.value ?? 'null')
  }
  /**
   * Leaves a page for the next. Firefox is not asked to wait for it: where the site reloads itself once for its headers
   * (its service worker gives them), that ends the load that was asked for, and Firefox calls this an error.
   */
  async function leave(go: () => Promise<unknown>): Promise<void> {
    await evaluate('(window.isLeft = true)')
    await go()
    await arrival(evaluate)
  }
  return {
    open: (url) => leave(() => ask('browsingContext.navigate', { context, url, wait: 'none' })),
    reload: () => leave(() => ask('browsingContext.reload', { context, wait: 'none' })),
    evaluate,
    async act(sources) {
      await ask('input.performActions', { context, actions: sources })
    },
  }
}

/** Resolves when another page than the one that was marked as left has loaded. */
export async function arrival(evaluate: (expression: string) => Promise<unknown>): Promise<void> {
  const until = performance.now() + patience
  while (performance.now() < until) {
    try {
      if (await evaluate("!window.isLeft && document.readyState === 'complete'")) return
    } catch (error) {
      // The page is just being replaced; but a Firefox that has gone does not come back.
      if (error instanceof GoneError) throw error
    }
    await sleep(100)
  }
  throw new Error(`Firefox, loading a page: not within ${patience / 1000} s`)
}

/** Where a starting Firefox listens; it says so on its standard error. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    child.stderr!.on('data', (chunk) => {
      said += chunk
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
      if (found) done(`${found[1]}/session`)
    })
    child.on('error', fail)
    child.on('exit', () => fail(new Error(`Firefox ended while it started: ${said.trim()}`)))
  })
}

/** A connection that answers each command, or throws: what the browser has to say against it, or that it has gone. */
export async function connect(url: string): Promise<Ask> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>()
  socket.onmessage = ({ data }) => {
    const { id, type, result, message } = JSON.parse(String(data))
    const command = waiting.get(id)
    waiting.delete(id)
    if (type === 'error') command?.fail(new Error(message))
    else command?.done(result)
  }
  socket.onclose = () => {
    for (const { fail } of waiting.values()) fail(new GoneError())
    waiting.clear()
  }
  await new Promise((done, fail) => {
    socket.onopen = done
    socket.onerror = () => fail(new Error(`Firefox does not answer at ${url}.`))
  })
  let last = 0
  return <T>(method: string, params: object) => {
    const answer = new Promise<T>((done, fail) => {
      // What is sent to a socket that is closed is dropped without a word.
      if (socket.readyState !== WebSocket.OPEN) return fail(new GoneError())
      const id = ++last
      waiting.set(id, { done: done as (value: unknown) => void, fail })
      socket.send(JSON.stringify({ id, method, params }))
    })
    return inTime(`Firefox, ${method}`, answer)
  }
}
