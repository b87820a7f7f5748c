import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'

const folder = 'dist/assets'

/** Words that only one part of TensorFlow.js has, and that no minifier touches. */
const marks = {
  core: 'Debugging mode is ON. The output of every math call will be downloaded',
  cpu: 'Hi, looks like you are running TensorFlow.js in Node.js',
  wasm: 'WasmBackendModuleThreadedSimd',
  webgl: 'WEBGL_DELETE_TEXTURE_THRESHOLD',
  webgpu: 'WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE',
}

for (const [part, mark] of Object.entries(marks))
  test(`the site holds the ${part} part of TensorFlow.js once`, () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    const holding = scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes(mark))
    expect(holding).toHaveLength(1)
  })
