// The counts that networks are checked against, and their sources, are read by one panel that is opened: the page that is
// built has them in a file of their own, and begins without them. The source has them where each network is described.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { without } from './op-details.mjs'

/**
 * A description of networks without what is read apart.
 * @param {string} code JavaScript
 * @param {unknown} program its syntax tree
 */
export function withoutReferences(code, program) {
  /** @type {(readonly [number, number])[]} */
  const cuts = []
  /** @param {any} node */
  const walk = (node) => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) return node.forEach(walk)
    if (node.type === 'ObjectExpression')
      for (const { type, key, start, end } of node.properties)
        if (type === 'Property' && key.name === 'reference') cuts.push([start, end])
    Object.values(node).forEach(walk)
  }
  walk(program)
  return without(code, cuts)
}

/** @returns {import('vite').Plugin} */
export function references() {
  const [folder, panel] = ['src/architectures', 'src/app/inspector/references.ts']
  let root = ''
  return {
    name: 'layerwise:references',
    apply: 'build',
    // After types are gone.
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    async transform(code, id) {
      if (id.startsWith(join(root, folder)) && code.includes('reference'))
        return { code: withoutReferences(code, this.parse(code)), map: null }
      if (id !== join(root, panel)) return undefined
      /** @type {{ module: typeof import('../src/architectures/index') }} */
      const { module } = await runnerImport(join(root, folder, 'index.ts'), { configFile: false, root })
      const known = module.families
        .flatMap(({ presets }) => presets)
        .map(({ id, reference }) => [id, reference])
      return {
        code: `const all = ${JSON.stringify(Object.fromEntries(known))}\nexport const referenceOf = ({ id }) => all[id]`,
        map: null,
      }
    },
  }
}
