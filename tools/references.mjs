// The counts that networks are checked against, and their sources, are read by one panel that is opened, and what options
// mean by another: the page that is built has both in files of their own, and begins without them. The source has them
// where each network is described.
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { without } from './op-details.mjs'

/** What makes an option; the last that each is told is what the option means (`src/architectures/family.ts`). */
const options = ['flag', 'choice', 'integer']

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
    if (node.type === 'ObjectExpression') {
      const named = (/** @type {string} */ name) =>
        node.properties.find((/** @type {any} */ { type, key }) => type === 'Property' && key.name === name)
      const about = named('kind') && named('default') ? named('about') : undefined
      for (const property of [named('reference'), about])
        if (property) cuts.push([property.start, property.end])
    }
    if (node.type === 'CallExpression' && options.includes(node.callee.name)) {
      const [before, last] = node.arguments.slice(-2)
      // With the comma before it.
      if (typeof last?.value === 'string') cuts.push([before.end, last.end])
    }
    Object.values(node).forEach(walk)
  }
  walk(program)
  return without(code, cuts)
}

/** @returns {import('vite').Plugin} */
export function references() {
  const folder = 'src/architectures'
  const [panel, words] = ['src/app/inspector/references.ts', 'src/app/explorer/optionWords.ts']
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
      if (id.startsWith(join(root, folder)))
        return { code: withoutReferences(code, this.parse(code)), map: null }
      if (id !== join(root, panel) && id !== join(root, words)) return undefined
      /** @type {{ module: typeof import('../src/architectures/index') }} */
      const { module } = await runnerImport(join(root, folder, 'index.ts'), { configFile: false, root })
      if (id === join(root, words)) return { code: meanings(module.families), map: null }
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

/**
 * The options of a network that a file brought are those of its family, and what is its own says what it means itself.
 * @param {typeof import('../src/architectures/index').families} families
 */
function meanings(families) {
  const known = families.map(({ id, options }) => [
    id,
    Object.fromEntries(Object.entries(options).map(([name, { about }]) => [name, about])),
  ])
  return [
    `const all = ${JSON.stringify(Object.fromEntries(known))}`,
    'export const meaningOf = ({ family, file }, name) =>',
    '  family.options[name].about ?? all[file?.family ?? family.id][name]',
  ].join('\n')
}
