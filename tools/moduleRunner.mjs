/**
 * Runs modules of the site in Node, with the site's own module rules (imports without extension, import.meta.glob, JSON).
 * @template T
 * @param {string} root of the project
 * @param {(runner: import('vite/module-runner').ModuleRunner) => Promise<T>} use what is run; the runner ends with it
 * @returns {Promise<T>}
 */
export async function withModules(root, use) {
  const { createServer, createServerModuleRunner } = await import('vite')
  // No configuration file: its plugins are for the page and cost time at every start.
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    // No watching, no sockets: nothing may keep the process alive or need a free port.
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false })
  try {
    return await use(runner)
  } finally {
    await runner.close()
    await vite.close()
  }
}
