/** By their text; most are asked for again and again. */
const sheets = new Map<string, CSSStyleSheet>()

/**
 * Lets rules apply, and returns the way to take them back. The policy of the page allows no style element that a script
 * adds, because its text could come from anywhere; this is how the site's own code says what it knows.
 */
export function adopt(rules: string): () => void {
  let sheet = sheets.get(rules)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    sheets.set(rules, sheet)
  }
  const mine = sheet
  if (!document.adoptedStyleSheets.includes(mine)) document.adoptedStyleSheets.push(mine)
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== mine)
  }
}
