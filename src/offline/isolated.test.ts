import { describe, expect, it } from 'vitest'
import { canIsolate, isolated } from './isolated'

describe('the headers of isolation', () => {
  it('are added to an answer that lacks them, whose text and status stay', async () => {
    const response = isolated(new Response('text', { status: 203, headers: { 'Content-Type': 'text/css' } }))
    expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(response.headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp')
    expect(response.headers.get('Content-Type')).toBe('text/css')
    expect([response.status, await response.text()]).toEqual([203, 'text'])
  })

  it('of a server are left as they are', () => {
    const given = new Response('', { headers: { 'Cross-Origin-Embedder-Policy': 'credentialless' } })
    expect(isolated(given)).toBe(given)
  })

  it('cannot be added to what may not be read, and an answer without a body stays without', () => {
    const failed = Response.error()
    expect(isolated(failed)).toBe(failed)
    expect(isolated(new Response(null, { status: 304 })).status).toBe(304)
  })
})

it('pages of WebKit are left as they come, those of Chromium and Firefox are isolated', () => {
  const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'
  expect(canIsolate(`Mozilla/5.0 (X11; Linux x86_64) ${webkit}`)).toBe(false)
  expect(
    canIsolate('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36'),
  ).toBe(true)
  expect(canIsolate('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(true)
})
