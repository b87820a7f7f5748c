/** Why a file cannot be used, as a sentence for the screen. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
