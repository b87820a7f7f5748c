import { afterEach, expect, it, vi } from 'vitest'
import { firefox } from './firefox'
import { webkit } from './webkit'

afterEach(() => vi.unstubAllEnvs())

it('a browser that is not installed is named with its Debian package', async () => {
  vi.stubEnv('PATH', '/nowhere')
  await expect(firefox.launch()).rejects.toThrow(
    'Firefox is not installed; Debian has it in the package firefox-esr: sudo apt-get install firefox-esr',
  )
  await expect(webkit.launch()).rejects.toThrow(/package webkit2gtk-driver: sudo apt-get install webkit2gtk/)
})
