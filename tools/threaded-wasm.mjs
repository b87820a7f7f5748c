/**
 * The threaded WASM backend of TensorFlow.js hands its own workers the source text of one function,
 * `WasmBackendModuleThreadedSimd.toString()`. That function mentions a variable outside itself behind a
 * `typeof`; a minifier renames the variable, and in the worker the new name stands for nothing ("e is not
 * defined", and then silence). So the function is given a `toString` that returns the text it had before
 * anything was minified. The running copy may then be minified like everything else.
 *
 * That function also starts eight workers, however many threads will run: memory for nothing, and Firefox is known to
 * hang in one of the eight starts. Threads are at most half of `navigator.hardwareConcurrency`, and one of them is the
 * worker that asks; so many are started. With none the backend would wait for ever.
 *
 * @returns {import('vite').Plugin}
 */
export function threadedWasm() {
  return {
    name: 'layerwise:threaded-wasm',
    enforce: 'pre',
    transform: {
      filter: { id: /tfjs-backend-wasm-threaded-simd\.js(\?|$)/ },
      /** @param {string} source */
      handler(source) {
        const code = source.replace(
          'var pthreadPoolSize=8;',
          'var pthreadPoolSize=Math.max(1,Math.floor(navigator.hardwareConcurrency/2)-1);',
        )
        const start = code.indexOf('function(WasmBackendModuleThreadedSimd)')
        const end = code.lastIndexOf('}\n);\n})();')
        const exported = code.indexOf("if (typeof exports === 'object'")
        if (code === source || start < 0 || end < start || exported < end)
          throw new Error(
            'The threaded WASM backend of TensorFlow.js has changed; see tools/threaded-wasm.mjs.',
          )
        const text = JSON.stringify(code.slice(start, end + 1))
        return {
          code: `${code.slice(0, exported)}WasmBackendModuleThreadedSimd.toString = () => ${text};\n${code.slice(exported)}`,
          map: null,
        }
      },
    },
  }
}
