/**
 * Keeps what a worker shares with its lazy files out of the worker's first file. WebKit runs that file a second time
 * when another file imports it; the worker then listens twice, and whichever copy answers first is believed.
 * Vite sets the option itself and lets no configuration change it, so a plug-in does.
 *
 * @returns {import('vite').Plugin}
 */
export function importNoWorkerEntry() {
  return {
    name: 'layerwise:import-no-worker-entry',
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
  }
}
