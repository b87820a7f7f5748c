import { afterAll, expect, it, vi } from 'vitest'

type Rule = (text: string, type: string, sink: string) => string

afterAll(() => vi.unstubAllGlobals())

it('scripts come from this site, and texts are parsed apart from the page', async () => {
  const rules: Record<string, Rule> = {}
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, own: Record<string, Rule>) =>
      void (name === 'default' && Object.assign(rules, own)),
  })
  vi.stubGlobal('location', { origin: 'https://school.example' })
  vi.stubGlobal('self', { origin: 'https://school.example' })
  vi.stubGlobal('document', { baseURI: 'https://school.example/layerwise/' })
  vi.resetModules()
  await import('./trusted')
  const script = (address: string) => rules.createScriptURL(address, 'TrustedScriptURL', 'Worker constructor')
  for (const own of ['./sw.js', 'https://school.example/a.js', 'blob:https://school.example/1-2-3'])
    expect(script(own)).toBe(own)
  for (const other of [
    'https://example.org/a.js',
    '//example.org/a.js',
    'data:text/javascript,1',
    'javascript:1',
  ])
    expect(() => script(other)).toThrow('no script of this site')
  vi.stubGlobal('self', { origin: 'null' })
  expect(script('blob:null/1-2-3')).toBe('blob:null/1-2-3')
  expect(() => script('data:text/javascript,1')).toThrow('no script of this site')
  const markup = (sink: string) => rules.createHTML('<svg/>', 'TrustedHTML', sink)
  expect(markup('DOMParser parseFromString')).toBe('<svg/>')
  expect(() => markup('Element innerHTML')).toThrow('Element innerHTML')
})
