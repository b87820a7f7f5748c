/** A line of a table with its cells. */
export interface CellRow {
  /** As it was pasted. */
  readonly text: string
  readonly cells: readonly string[]
  /** Only single spaces stand between the cells, so where one ends is a guess. */
  readonly isLoose: boolean
}

/** The lines of a table: Markdown, tabs, semicolons, CSV, wide gaps, or single spaces as a PDF gives them. */
export function cellsOf(text: string): readonly CellRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !isRule(line))
  const isCsv = looksLikeCsv(lines)
  return lines.map((line) => {
    const text = line.trim()
    const parts = isCsv ? commaCells(line) : separated(line)
    return { text, cells: (parts ?? spaced(text)).map((cell) => plain(cell)), isLoose: !parts }
  })
}

/** The line between head and body of a Markdown table. */
const isRule = (line: string) => /^[\s|:+=-]+$/.test(line) && line.includes('--')

function looksLikeCsv(lines: readonly string[]): boolean {
  if (lines.length === 0 || lines.some((line) => /[\t|]/.test(line))) return false
  const counts = lines.map((line) => commaCells(line).length)
  return counts[0] >= 3 && counts.every((cells) => cells === counts[0])
}

/** Cells between commas; in quotes a comma is part of a cell, and a quote is written twice. */
function commaCells(line: string): readonly string[] {
  const cells: string[] = []
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g))
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
  return cells
}

/** Undefined where nothing but single spaces stands between the words. */
function separated(line: string): readonly string[] | undefined {
  const bare = line.trim()
  // Bars around the line are Markdown's; one alone bounds an empty cell.
  if (bare.includes('|')) return bare.replace(/^\|(.*)\|$/, '$1').split('|')
  if (line.includes('\t')) return line.split('\t')
  const parts = outsideBrackets(bare, ';')
  if (parts.length > 1) return parts
  const wide = bare.split(/\s{2,}/)
  return wide.length > 1 ? wide : undefined
}

/** Splits where a sign stands in no bracket: `[3×3, 64; 3×3, 64] ×2` is one cell. */
export function outsideBrackets(text: string, sign: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const each of text) {
    if ('[({'.includes(each)) depth++
    if ('])}'.includes(each)) depth--
    if (each === sign && depth <= 0) parts.push('')
    else parts[parts.length - 1] += each
  }
  return parts
}

/** Words up to the size of the map are the name; after it every word is a cell. */
function spaced(line: string): readonly string[] {
  const words = line.replaceAll(/\s*([×x∗*])\s*(?=\d)/g, '$1').split(/\s+/)
  const at = words.findIndex((word, i) => i > 0 && /^\d+[×x∗*]\d+([×x∗*]\d+)?$/.test(word))
  return at < 0 ? words : [words.slice(0, at).join(' '), ...words.slice(at)]
}

/** A cell without the marks of Markdown, HTML and LaTeX. */
function plain(cell: string): string {
  return cell
    .replaceAll(/<br\s*\/?>/gi, '; ')
    .replaceAll(/\\times/g, '×')
    .replaceAll(/[*_]{2}|[$`]|\\left|\\right/g, '')
    .replaceAll('−', '-')
    .trim()
}
