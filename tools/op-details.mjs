// What a page reads of an op is less than what there is to know of it. The page that is built begins without what only
// explanations read; that comes with `src/nn/ops/details.ts`. What only the worker and tests read, it does not get at
// all: the page runs no kernel. The source has all of an op in one place, and so have the worker and the tests.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Read by what explains an op. */
const later = ['unit', 'explain', 'rule', 'formula', 'letters']

/** Read in the worker, and in tests. */
const never = ['run', 'pack', 'settle', 'examples']

const file = /[\\/]src[\\/]nn[\\/]ops[\\/]\w+(\.details)?\.ts$/

/**
 * A definition of ops without what is read later, or that alone.
 * @param {string} code JavaScript or TypeScript
 * @param {unknown} program its syntax tree
 * @param {boolean} isDetails
 */
export function partOf(code, program, isDetails) {
  /** @type {(readonly [number, number])[]} */
  const cuts = []
  /** @param {any} node */
  const walk = (node) => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) return node.forEach(walk)
    if (node.type === 'CallExpression' && node.callee.name === 'defineOp') {
      const [, definition] = node.arguments
      // What a helper makes stays whole.
      if (definition.type !== 'ObjectExpression') return
      for (const property of definition.properties) {
        const name = property.key?.name
        const isCut = isDetails ? !later.includes(name) : [...later, ...never].includes(name)
        if (isCut) cuts.push([property.start, property.end])
      }
      return
    }
    Object.values(node).forEach(walk)
  }
  walk(program)
  return without(code, cuts)
}

/**
 * Code without some properties of its objects.
 * @param {string} code
 * @param {readonly (readonly [from: number, to: number])[]} properties
 */
export function without(code, properties) {
  return [...properties]
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [from, to]) => text.slice(0, from) + text.slice(to).replace(/^\s*,/, ''), code)
}

/** @returns {import('vite').Plugin} */
export function opDetails() {
  const [details, folder] = ['src/nn/ops/details.ts', 'src/nn/ops']
  let root = ''
  return {
    name: 'layerwise:op-details',
    apply: 'build',
    // After types are gone.
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    resolveId: (id, from) => (/\.details\.ts$/.test(id) && from ? join(dirname(from), id) : undefined),
    load: (id) =>
      /\.details\.ts$/.test(id) ? readFileSync(id.replace('.details.ts', '.ts'), 'utf8') : undefined,
    transform(code, id) {
      if (id === join(root, details)) {
        const files = readdirSync(join(root, folder)).filter(
          (name) =>
            /^\w+\.ts$/.test(name) && readFileSync(join(root, folder, name), 'utf8').includes('= defineOp<'),
        )
        const imports = files.map(
          (name, i) => `import * as ops${i} from './${name.replace('.ts', '.details.ts')}'`,
        )
        const all = files.map((_, i) => `ops${i}`).join(', ')
        return {
          code: [
            "import { ops } from './index.ts'",
            ...imports,
            `for (const { definition } of [${all}].flatMap(Object.values))`,
            '  if (definition) Object.assign(ops[definition.name], definition)',
          ].join('\n'),
          map: null,
        }
      }
      const found = file.exec(id)
      if (!found || !code.includes('defineOp(')) return undefined
      return { code: partOf(code, this.parse(code), found[1] !== undefined), map: null }
    },
  }
}
