import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './tools/chromium.mjs'
import { day, isAll } from './tools/day.mjs'

/** Tests of what keeps state in its module: stores, and the backends of TensorFlow.js. */
const stateful = ['src/app/**/*.test.{ts,tsx}', 'src/runtime/**/*.test.{ts,tsx}', 'src/export/pools.test.ts']

/** Whether long sweeps run whole, and the day whose sample they take else. */
const provide = { all: isAll, day: day() }

/** They run beside the browser tests, which take what they can of the processor. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        extends: './vite.config.ts',
        test: {
          name: 'node',
          provide,
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.*', ...stateful],
          testTimeout,
          // Pure functions: nothing that one file leaves behind could mislead the next, and half of the time was start-up.
          isolate: false,
        },
      },
      {
        extends: './vite.config.ts',
        test: {
          name: 'node-isolated',
          provide,
          environment: 'node',
          include: [...stateful, 'tools/**/*.test.ts'],
          testTimeout,
          exclude: ['**/*.browser.test.*'],
        },
      },
      {
        extends: './vite.config.ts',
        // Named here, or Vite finds them while tests run and reloads the page under them.
        optimizeDeps: {
          include: [
            'react',
            'react/jsx-dev-runtime',
            'react-dom/client',
            'd3',
            'zustand',
            'comlink',
            'html-to-image',
            'radix-ui',
            '@tanstack/react-virtual',
            'lucide-react',
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-converter',
            '@tensorflow/tfjs-core/dist/register_all_gradients',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgpu',
            'axe-core',
            'protobufjs/minimal.js',
            'valibot',
          ],
          // It finds its own .wasm files beside its source.
          exclude: ['onnxruntime-web'],
        },
        test: {
          name: 'browser',
          provide,
          include: ['src/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          // Kernels run on the cores that a second file would take from them.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            api: { host: '127.0.0.1' },
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
