// What each folder of src may import, and why: ESLint's share of the architecture (see eslint.config.js).
// A rule's message is read by somebody who has just broken it, so it says what to do instead.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import tseslint from 'typescript-eslint'

const feature = (/** @type {string} */ what) => ({
  may: ['nn', 'ui'],
  // A feature is tested with real networks, though it never asks for one by itself.
  testsMay: ['architectures'],
  why: `${what} is handed what it shows (a Graph, a Trace) and knows no other feature; let lessons or app bring them together.`,
})

const features = ['runtime', 'diagram', 'featuremaps', 'table', 'exercises', 'lab', 'export', 'recorded']
const left = ['ui', 'nn', 'architectures', ...features]

/** @type {Record<string, { may: string[], testsMay?: string[], why: string }>} */
export const folders = {
  nn: {
    may: [],
    why: 'nn is pure: it runs in plain Node and is handed its world; take the value as an argument instead of importing the view.',
  },
  ui: {
    may: [],
    why: 'ui is the drawer of shared controls and knows no network; pass it text, numbers and colours.',
  },
  architectures: {
    may: ['nn'],
    why: 'An architecture is plain data made with nn; what draws, runs or explains it reads that data from outside.',
  },
  runtime: feature('The runtime'),
  diagram: feature('The diagram'),
  featuremaps: feature('The feature-map view'),
  table: feature('The table'),
  exercises: feature('An exercise'),
  recorded: {
    may: ['nn', 'ui', 'runtime'],
    why: 'Recorded runs are described, found and drawn here, for whoever shows them; which runs, the caller says.',
  },
  lab: {
    may: [
      'nn',
      'ui',
      'architectures',
      'diagram',
      'featuremaps',
      'runtime',
      'exercises',
      'export',
      // A run that was saved is opened again.
      'import',
      'recorded',
    ],
    why: 'A lab is a small page of its own, with a network, a picture and a run; it knows neither the lesson that shows it nor app.',
  },
  // The runtime is what an exported file is held against.
  export: { ...feature('An export'), testsMay: ['architectures', 'runtime'] },
  import: {
    may: ['nn', 'architectures', 'export'],
    // What was read is run, and held against what its framework gave.
    testsMay: ['runtime'],
    why: 'Import reads files and says which network they are for; the page and the command line show and run that. What an ONNX file is made of stands in export, for both directions.',
  },
  offline: {
    may: [],
    why: 'offline is the service worker and what keeps files for it; a page shows its state and hands it the hash.',
  },
  lessons: {
    may: left,
    why: 'Lessons do not know how they are shown, as a page or as slides; let app wrap the lesson.',
  },
}

/** Packages that belong to some folders only. */
const packages = [
  {
    regex: '^@tensorflow/',
    allowTypeImports: true,
    home: ['runtime'],
    message:
      'TensorFlow.js is loaded by src/runtime alone, in its worker; take tf as an argument, or use `import type`.',
  },
  {
    regex: '^d3(-|$)',
    allowTypeImports: true,
    home: ['diagram', 'featuremaps', 'lab', 'ui'],
    message:
      'd3 draws in diagram, featuremaps, lab and ui; elsewhere let React render what one of them offers.',
  },
  {
    regex: '^onnxruntime-web',
    home: /** @type {string[]} */ ([]),
    message:
      'onnxruntime-web is the independent check of our own numbers: use it in tests and tools, never in the site.',
  },
]

/** Folders that import no package at all. */
const bare = {
  nn: 'nn depends on no package, so that it runs anywhere; take what you need as an argument, or use `import type`.',
  architectures: 'An architecture is data and needs no package; use the combinators of nn.',
}

const syntax = {
  exportAll: {
    selector: 'ExportAllDeclaration[exported=null]',
    message: 'Name what a module exports: `export *` hides where a name comes from.',
  },
  exportDefault: {
    selector: 'ExportDefaultDeclaration',
    message:
      'Export by name, so that a thing is called the same everywhere; only architectures export a default.',
  },
  opName: {
    selector: [
      'BinaryExpression[operator=/^[!=]==?$/]:has(> MemberExpression[property.name="op"]):has(> Literal[value=/./])',
      'SwitchStatement[discriminant.property.name="op"]',
    ].join(', '),
    message:
      'Only src/nn/ops knows ops by name. Give the op a field that answers your question and read that, so that a new op needs no change here.',
  },
  tfjsImport: {
    selector: 'ImportExpression[source.value=/^@tensorflow/]',
    message: packages[0].message,
  },
  exclusiveTest: {
    selector: [
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fixme|skipIf|runIf)$/]',
      'MemberExpression[object.property.name="describe"][property.name=/^(only|skip|fixme)$/]',
    ].join(', '),
    message: 'Every test runs, always: mend it or delete it.',
  },
}

const tests = '.test.{ts,tsx}'

/**
 * ESLint configurations for the folders of src under `root`, and for the tests.
 * @param {string} root
 * @returns {import('eslint').Linter.Config[]}
 */
export function boundaries(root) {
  const there = existsSync(join(root, 'src')) ? readdirSync(join(root, 'src')) : []
  const unknown = there.filter((name) => !name.includes('.') && name !== 'app' && !(name in folders))
  if (unknown.length)
    throw new Error(`tools/boundaries.mjs does not say what src/${unknown[0]} may import; add it there.`)

  const perFolder = Object.keys({ ...folders, app: true }).flatMap((folder) => [
    { files: [`src/${folder}/**/*.{ts,tsx}`], rules: rules(folder, 'source') },
    { files: [`src/${folder}/**/*${tests}`], rules: rules(folder, 'test') },
    { files: [`src/${folder}/**/*.browser${tests}`], rules: rules(folder, 'browser test') },
  ])
  return [
    {
      files: ['src/**/*.{ts,tsx}'],
      plugins: { layerwise: { rules: { boundaries: rule(root) } }, '@typescript-eslint': tseslint.plugin },
      rules: { 'layerwise/boundaries': 'error' },
    },
    ...perFolder,
    // The last word on src/nn/ops: the one place where an op's name means something.
    {
      files: ['src/nn/ops/**/*.ts'],
      rules: { 'no-restricted-syntax': restrictedSyntax('nn', 'source', true) },
    },
    {
      files: ['e2e/**/*.ts', 'tools/**/*.ts'],
      rules: {
        'no-restricted-syntax': ['error', syntax.exportAll, syntax.exportDefault, syntax.exclusiveTest],
      },
    },
    {
      // Playwright takes a reporter by its file.
      files: ['e2e/share.ts'],
      rules: { 'no-restricted-syntax': ['error', syntax.exportAll, syntax.exclusiveTest] },
    },
  ]
}

/** @typedef {'source' | 'test' | 'browser test'} Kind */

/**
 * The rule itself. Imports inside src are relative, so the path alone says which folder is meant: no resolver
 * is needed, and a worker's URL or a glob, which no resolver follows, is an import like any other.
 * @param {string} root
 * @returns {import('eslint').Rule.RuleModule}
 */
const rule = (root) => ({
  meta: { type: 'problem', schema: [] },
  create(context) {
    const [from, ...rest] = relative(join(root, 'src'), context.filename).split(sep)
    const folder = folders[from]
    if (!folder || rest.length === 0) return {}
    const isTest = /\.test\.tsx?$/.test(context.filename)
    const may = [from, ...folder.may, ...(isTest ? (folder.testsMay ?? []) : [])]

    /** @param {import('estree').Node | null | undefined} node what stands where a path is expected */
    const inspect = (node) => {
      if (node?.type === 'ArrayExpression') for (const each of node.elements) inspect(each)
      const path =
        node?.type === 'Literal'
          ? node.value
          : node?.type === 'TemplateLiteral' && node.quasis[0].value.cooked
      if (!node || typeof path !== 'string' || !/^!?\.{1,2}(\/|$)/.test(path)) return
      const target = relative(join(root, 'src'), resolve(dirname(context.filename), path.replace(/^!/, '')))
      const to = target.split(sep)[0]
      // What lies beside src, such as content/, is no folder of this table.
      if (to !== '..' && !may.includes(to)) context.report({ node, message: folder.why })
    }
    const ofMeta = (/** @type {import('estree').Node} */ node) => node?.type === 'MetaProperty'
    return {
      ImportDeclaration: (node) => inspect(node.source),
      ExportNamedDeclaration: (node) => inspect(node.source),
      ExportAllDeclaration: (node) => inspect(node.source),
      ImportExpression: (node) => inspect(node.source),
      'TSImportType > Literal': inspect,
      /** @param {import('estree').NewExpression} node */
      'NewExpression[callee.name="URL"]': (node) => inspect(/** @type {any} */ (node.arguments[0])),
      CallExpression(node) {
        if (node.callee.type === 'MemberExpression' && ofMeta(node.callee.object))
          inspect(/** @type {any} */ (node.arguments[0]))
      },
    }
  },
})

/**
 * @param {string} folder @param {Kind} kind
 * @returns {import('eslint').Linter.RulesRecord}
 */
const rules = (folder, kind) => ({
  'no-restricted-syntax': restrictedSyntax(folder, kind, kind !== 'source'),
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: restrictedPackages(folder, kind) }],
})

/** @param {string} folder @param {Kind} kind */
function restrictedPackages(folder, kind) {
  if (kind === 'source' && folder in bare)
    return [{ regex: '^[^.]', allowTypeImports: true, message: bare[/** @type {keyof bare} */ (folder)] }]
  return packages
    .filter(({ home }) => !home.includes(folder))
    .filter(({ regex }) => kind === 'source' || !regex.startsWith('^onnx'))
    .filter(({ regex }) => kind !== 'browser test' || !regex.startsWith('^@tensorflow'))
    .map(({ home: _, ...pattern }) => pattern)
}

const plotTip = {
  selector:
    'MemberExpression[object.name="Plot"][property.name=/^(tip|pointer|crosshair)/], Property[key.name="tip"][value.value=true]',
  message: 'A pointer alone reaches the tips of Plot: a chart tells its values by `told` (src/ui/told.ts).',
}

/**
 * @param {string} folder @param {Kind} kind @param {boolean} opNames whether ops may be told apart by name here
 * @returns {import('eslint').Linter.RuleEntry}
 */
const restrictedSyntax = (folder, kind, opNames) => [
  'error',
  syntax.exportAll,
  plotTip,
  ...(folder === 'architectures' ? [] : [syntax.exportDefault]),
  ...(opNames ? [] : [syntax.opName]),
  ...(folder === 'runtime' || kind === 'browser test' ? [] : [syntax.tfjsImport]),
  ...(kind === 'source' ? [] : [syntax.exclusiveTest]),
]
