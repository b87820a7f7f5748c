import { resolve } from 'node:path'

/**
 * A plugin that does one thing to a built site, after the plugins before it.
 * @param {string} name
 * @param {(folder: string) => void | Promise<void>} work is given the folder of the site
 * @returns {import('vite').Plugin}
 */
export function afterBuild(name, work) {
  let folder = ''
  // A build that failed is closed, too: what was not written is not worked on, and its own error is the one to be read.
  let isWritten = false
  return {
    name,
    apply: 'build',
    configResolved({ build, root }) {
      folder = resolve(root, build.outDir)
    },
    writeBundle() {
      isWritten = true
    },
    closeBundle: { sequential: true, order: 'post', handler: () => (isWritten ? work(folder) : undefined) },
  }
}
